-- purpose: who has a part in each deal, by any of its claims
-- grain: one organisation or person in one role in one deal
-- key: deal_id, role, organization_id
CREATE TEMP TABLE core_deal_parties AS
SELECT c.deal_id, p.role, p.organization_id, any_value(o.name) AS name, max(c.weight) AS weight,
    arg_max(c.claim_key, c.weight) AS claim_key, max(c.sureness) AS sureness,
    min(c.reported_at) AS first_reported_at, count(*) AS claims, count(DISTINCT c.origin_id) AS origins
FROM core_parties AS p
JOIN core_deal_claims AS c USING (claim_key)
JOIN core_organizations AS o USING (organization_id)
GROUP BY c.deal_id, p.role, p.organization_id
