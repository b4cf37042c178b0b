-- purpose: what `dealtape run` ends with: the deals that were reported last
-- grain: one deal
-- key: deal_id
SELECT d.kind, d.main_party, d.status, d.amount_bound, d.amount_low, d.amount_high, d.amount_currency,
    c.power_bound, c.power_low_mw, c.power_high_mw, CAST(d.first_reported_at AS DATE) AS reported, d.origins, d.deal_id
FROM deals AS d
LEFT JOIN compute_capacity AS c USING (deal_id)
ORDER BY d.last_reported_at DESC, d.deal_id
LIMIT 50
