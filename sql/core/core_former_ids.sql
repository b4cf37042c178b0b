-- purpose: deal ids that claims of old readings gave, and the deal that has such a claim's successor now
-- grain: one old id
-- key: old_deal_id
CREATE TABLE base.core_former_ids AS
SELECT old_deal_id, deal_id FROM resolved_former WHERE old_deal_id IS DISTINCT FROM deal_id
