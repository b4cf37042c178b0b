-- purpose: old deal ids that lead to no deal of today, or that are still in use
-- grain: one old id
-- key: old_deal_id
-- severity: fail
-- Asked of what the view deal_aliases stands on: an id in use names a claim of its own deal.
WITH used AS (
    SELECT deal, deal_id, regexp_replace(deal_id, '^deal-', '') AS claim_key FROM base.core_deal_numbers
)
SELECT u.deal_id AS old_deal_id, n.deal_id
FROM used AS u
JOIN base.core_deal_claims AS c USING (claim_key)
JOIN base.core_deal_numbers AS n ON n.deal = c.deal
WHERE c.deal <> u.deal
UNION ALL
SELECT f.old_deal_id, f.deal_id
FROM base.core_former_ids AS f
LEFT JOIN deals AS d ON d.deal_id = f.deal_id
LEFT JOIN deals AS u ON u.deal_id = f.old_deal_id
WHERE u.deal_id IS NOT NULL OR (f.deal_id IS NOT NULL AND d.deal_id IS NULL)
