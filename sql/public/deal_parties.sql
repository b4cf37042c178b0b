-- purpose: who has a part in each deal
-- grain: one organisation or person in one role in one deal
-- key: deal_id, role, organization_id
CREATE TABLE deal_parties AS
SELECT n.deal_id, p.role, p.organization_id, p.name,
    CASE p.sureness WHEN 5 THEN 'completed' WHEN 4 THEN 'announced' WHEN 3 THEN 'reported' WHEN 2 THEN 'rumoured'
        WHEN 1 THEN 'cancelled' ELSE 'denied' END AS surest_claim,
    p.claim_key, p.first_reported_at, p.claims, p.origins
FROM core_deal_parties AS p
JOIN base.core_deal_numbers AS n USING (deal)
ORDER BY p.deal, p.role, p.organization
