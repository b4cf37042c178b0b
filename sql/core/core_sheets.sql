-- purpose: all that is believed of each deal, side by side: itself, its figures, and whether they count in totals
-- grain: one deal
-- key: deal_id; also deal
CREATE TEMP TABLE core_sheets AS
SELECT *
FROM core_deals
LEFT JOIN core_terms USING (deal)
JOIN core_counting USING (deal)
