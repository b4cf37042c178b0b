-- purpose: compute that is contracted, supplied, leased or built: power, chips, sites and who supplies whom
-- grain: one deal of the kind capacity
-- key: deal_id
CREATE TABLE compute_capacity AS
WITH parties AS (
    SELECT deal,
        arg_max((organization_id, name), (weight, organization)) FILTER (role = 'customer') AS customer,
        arg_max((organization_id, name), (weight, organization)) FILTER (role = 'provider') AS provider
    FROM core_deal_parties
    GROUP BY deal
)
SELECT d.deal_id, p.customer[2] AS customer, p.customer[1] AS customer_id,
    p.provider[2] AS provider, p.provider[1] AS provider_id, d.status,
    t.power_low_mw, t.power_high_mw, t.power_bound, t.chips_low, t.chips_high, t.chips_bound, d.chip_model,
    d.site, d.term_years, d.occurred_on, d.occurred_precision, d.first_reported_at, d.confirmed_at,
    t.amount_low, t.amount_high, t.amount_bound, t.amount_currency, t.amount_low_usd, t.amount_high_usd,
    d.origins, c.capacity_counts AS counts_in_total, c.capacity_counted_in AS counted_in
FROM core_deals AS d
LEFT JOIN core_terms AS t USING (deal)
LEFT JOIN parties AS p USING (deal)
JOIN core_counting AS c USING (deal)
WHERE d.kind = 'capacity'
ORDER BY d.deal_id
