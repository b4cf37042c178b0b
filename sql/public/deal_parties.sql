-- purpose: who has a part in each deal
-- grain: one organisation or person in one role in one deal
-- key: deal_id, role, organization_id
CREATE TABLE deal_parties AS
SELECT deal_id, role, organization_id, name,
    CASE sureness WHEN 5 THEN 'completed' WHEN 4 THEN 'announced' WHEN 3 THEN 'reported' WHEN 2 THEN 'rumoured'
        WHEN 1 THEN 'cancelled' ELSE 'denied' END AS surest_claim,
    claim_key, first_reported_at, claims, origins
FROM core_deal_parties
ORDER BY deal_id, role, organization_id
