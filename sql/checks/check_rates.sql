-- purpose: sums that no rate turns into US dollars, so that totals leave them out
-- grain: one sum of a deal
-- key: deal_id, term
-- severity: warn
SELECT n.deal_id, b.term, b.unit, b.low, b.high
FROM base.core_beliefs AS b
JOIN base.core_deal_numbers AS n USING (deal)
WHERE b.reported_until IS NULL AND b.term IN ('amount', 'equity', 'debt', 'valuation')
    AND coalesce(b.low_usd, b.high_usd) IS NULL
