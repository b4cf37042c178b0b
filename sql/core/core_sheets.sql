-- purpose: all that is believed of each deal, side by side: itself, its figures, and whether they count in totals
-- grain: one deal
-- key: deal_id; also deal
-- A deal with a sum of equity and one of debt is of both, whatever its last report calls it.
CREATE TEMP TABLE core_sheets AS
SELECT * REPLACE (
    CASE WHEN equity_bound IS NOT NULL AND debt_bound IS NOT NULL THEN 'mixed' ELSE instrument END AS instrument
)
FROM core_deals
LEFT JOIN core_terms USING (deal)
JOIN core_counting USING (deal)
