-- purpose: how deals hang together: read "deal is RELATION related deal"
-- grain: one ordered pair of deals
-- key: deal_id, related_deal_id
CREATE TABLE deal_relations AS
SELECT deal_id, related_deal_id, relation FROM resolved_relations ORDER BY deal_id, related_deal_id
