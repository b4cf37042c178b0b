-- purpose: the deal that an id stands for: today's, or one that it had before
-- grain: one deal, or none
-- key: deal_id
SELECT deal_id FROM deals WHERE deal_id = $deal
UNION
SELECT deal_id FROM deal_aliases WHERE old_deal_id = $deal AND deal_id IS NOT NULL
