-- purpose: the names to resolve to organisations
-- grain: one name as written
-- key: name
WITH told AS (
    SELECT c.* FROM stg_claims AS c SEMI JOIN core_told_claims USING (claim)
),
named AS (
    UNPIVOT told
    ON recipient, target, acquirer, provider, customer, guarantor, beneficiary, owner, speaker
    INTO NAME role VALUE name
)
SELECT name FROM named
UNION
SELECT unnest(investors) FROM told
UNION
SELECT unnest(leads) FROM told
UNION
SELECT unnest(partners) FROM told
