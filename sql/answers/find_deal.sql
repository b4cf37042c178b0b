-- purpose: the deal that has an id now
-- grain: one deal, or none
-- key: deal_id
SELECT deal_id FROM deals WHERE deal_id = $deal
