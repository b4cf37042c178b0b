-- purpose: who has a part in each deal, by any of its claims
-- grain: one organisation or person in one role in one deal
-- key: deal, role, organization
CREATE TEMP TABLE core_deal_parties AS
WITH by_origin AS (
    SELECT deal, role, organization, origin, max(weight) AS weight, max(strength) AS strength, max(sureness) AS sureness,
        min(reported_at) AS first_reported_at, count(*) AS claims
    FROM core_parties
    GROUP BY deal, role, organization, origin
),
told AS (
    SELECT deal, role, organization, max(weight) AS weight, max(strength) AS strength, max(sureness) AS sureness,
        min(first_reported_at) AS first_reported_at, CAST(sum(claims) AS BIGINT) AS claims, count(*) AS origins
    FROM by_origin
    GROUP BY deal, role, organization
)
SELECT t.*, o.organization_id, o.name, c.claim_key
FROM told AS t
JOIN core_organizations AS o USING (organization)
JOIN base.core_deal_claims AS c USING (weight)
