-- purpose: sums that no rate turns into US dollars, so that totals leave them out
-- grain: one sum of a deal
-- key: deal_id, term
-- severity: warn
SELECT deal_id, term, unit, low, high
FROM deal_terms
WHERE is_current AND term IN ('amount', 'equity', 'debt', 'valuation') AND coalesce(low_usd, high_usd) IS NULL
