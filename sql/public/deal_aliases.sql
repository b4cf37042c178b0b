-- purpose: every other id that a deal may be known by; null where nothing took an old claim's place
-- grain: one old id
-- key: old_deal_id
CREATE TABLE deal_aliases AS
SELECT old_deal_id, deal_id FROM resolved_aliases ORDER BY deal_id, old_deal_id
