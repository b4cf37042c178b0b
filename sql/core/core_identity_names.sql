-- purpose: the names to resolve to organisations
-- grain: one name as written
-- key: name
CREATE TEMP TABLE core_identity_names AS
SELECT DISTINCT name
FROM (
    SELECT unnest(
        [recipient, target, acquirer, provider, customer, guarantor, beneficiary, owner, speaker]
        || coalesce(investors, []) || coalesce(leads, []) || coalesce(partners, [])
    ) AS name
    FROM core_told_claims
)
WHERE name IS NOT NULL
