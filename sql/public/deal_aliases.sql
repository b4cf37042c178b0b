-- purpose: every other id that a deal may be known by; null where nothing took an old claim's place
-- grain: one old id
-- key: old_deal_id
-- A deal bears the key of one of its claims, so each of the others may have given it its id before. In an order, since
-- that of the claims of deals depends on how many threads placed them.
CREATE VIEW deal_aliases AS
SELECT 'deal-' || c.claim_key AS old_deal_id, n.deal_id
FROM base.core_deal_claims AS c
JOIN base.core_deal_numbers AS n USING (deal)
WHERE 'deal-' || c.claim_key <> n.deal_id
UNION ALL
SELECT old_deal_id, deal_id FROM base.core_former_ids
ORDER BY deal_id, old_deal_id
