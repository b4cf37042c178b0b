-- purpose: who has a part in each deal, by any of its claims
-- grain: one organisation or person in one role in one deal
-- key: deal, role, organization
CREATE TEMP TABLE core_deal_parties AS
WITH told AS (
    SELECT p.deal, p.role, p.organization, max(p.weight) AS weight, max(c.strength) AS strength,
        max(c.sureness) AS sureness, min(c.reported_at) AS first_reported_at, count(*) AS claims,
        count(DISTINCT c.origin) AS origins
    FROM core_parties AS p
    JOIN base.core_deal_claims AS c USING (weight)
    GROUP BY p.deal, p.role, p.organization
)
SELECT t.*, o.organization_id, o.name, c.claim_key
FROM told AS t
JOIN core_organizations AS o USING (organization)
JOIN base.core_deal_claims AS c USING (weight)
