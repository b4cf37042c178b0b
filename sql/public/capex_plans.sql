-- purpose: sums that organisations or joint projects plan to spend on AI infrastructure
-- grain: one deal of the kind capex
-- key: deal_id
CREATE TABLE capex_plans AS
SELECT d.deal_id, d.main_party AS owner, d.main_party_id AS owner_id, d.site, d.status,
    d.occurred_on, d.occurred_precision, d.first_reported_at, d.confirmed_at,
    d.amount_low, d.amount_high, d.amount_bound, d.amount_currency, d.amount_low_usd, d.amount_high_usd,
    d.origins, d.counts_in_total, d.counted_in
FROM core_sheets AS d
WHERE d.kind = 'capex'
ORDER BY d.deal
