-- purpose: the deal that had an id before: asked when no deal has it now, since old ids are many and in no order
-- grain: one deal, null where no claim of it counts any more, or no row
-- key: deal_id
SELECT deal_id FROM deal_aliases WHERE old_deal_id = $deal
