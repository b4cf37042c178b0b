-- purpose: sums that organisations or joint projects plan to spend on AI infrastructure
-- grain: one deal of the kind capex
-- key: deal_id
CREATE TABLE capex_plans AS
SELECT d.deal_id, d.main_party AS owner, d.main_party_id AS owner_id, d.site, d.status,
    d.occurred_on, d.occurred_precision, d.first_reported_at, d.confirmed_at,
    t.amount_low, t.amount_high, t.amount_bound, t.amount_currency, t.amount_low_usd, t.amount_high_usd,
    d.origins, c.counts_in_total, c.counted_in
FROM core_deals AS d
LEFT JOIN core_terms AS t USING (deal)
JOIN core_counting AS c USING (deal)
WHERE d.kind = 'capex'
ORDER BY d.deal_id
