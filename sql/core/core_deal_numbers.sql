-- purpose: a number for each deal, in the order of ids: numbers are joined and sorted in half the time of ids
-- grain: one deal
-- key: deal
CREATE TABLE base.core_deal_numbers AS
SELECT deal_id, row_number() OVER (ORDER BY deal_id) AS deal
FROM (SELECT DISTINCT deal_id FROM resolved_members)
