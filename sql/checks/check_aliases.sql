-- purpose: old deal ids that lead to no deal of today, or that are still in use
-- grain: one old id
-- key: old_deal_id
-- severity: fail
SELECT a.old_deal_id, a.deal_id
FROM deal_aliases AS a
LEFT JOIN deals AS d ON d.deal_id = a.deal_id
LEFT JOIN deals AS used ON used.deal_id = a.old_deal_id
WHERE used.deal_id IS NOT NULL OR (a.deal_id IS NOT NULL AND d.deal_id IS NULL)
