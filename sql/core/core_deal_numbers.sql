-- purpose: a number for each deal, in the order of ids: numbers are joined and sorted in half the time of ids
-- grain: one deal
-- key: deal; also deal_id
CREATE TABLE base.core_deal_numbers AS
SELECT deal, deal_id FROM resolved_deals ORDER BY deal
