-- purpose: compute that is contracted, supplied, leased or built: power, chips, sites and who supplies whom
-- grain: one deal of the kind capacity
-- key: deal_id
CREATE TABLE compute_capacity AS
SELECT d.deal_id, c.name AS customer, c.organization_id AS customer_id,
    p.name AS provider, p.organization_id AS provider_id, d.status,
    d.power_low_mw, d.power_high_mw, d.power_bound, d.chips_low, d.chips_high, d.chips_bound, d.chip_model,
    d.site, d.term_years, d.occurred_on, d.occurred_precision, d.first_reported_at, d.confirmed_at,
    d.amount_low, d.amount_high, d.amount_bound, d.amount_currency, d.amount_low_usd, d.amount_high_usd,
    d.origins, d.counts_in_total, d.counted_in, d.capacity_counts, d.capacity_counted_in
FROM core_sheets AS d
LEFT JOIN core_heads AS c ON c.deal = d.deal AND c.role = 'customer'
LEFT JOIN core_heads AS p ON p.deal = d.deal AND p.role = 'provider'
WHERE d.kind = 'capacity'
ORDER BY d.deal
