-- purpose: organisations that buy others
-- grain: one deal of the kind acquisition
-- key: deal_id
CREATE TABLE acquisitions AS
SELECT d.deal_id, a.name AS acquirer, a.organization_id AS acquirer_id,
    d.main_party AS target, d.main_party_id AS target_id, d.status,
    d.occurred_on, d.occurred_precision, d.first_reported_at, d.confirmed_at,
    d.amount_low, d.amount_high, d.amount_bound, d.amount_currency, d.amount_low_usd, d.amount_high_usd,
    d.valuation_low_usd, d.valuation_high_usd, d.origins, d.counts_in_total, d.counted_in
FROM core_sheets AS d
LEFT JOIN core_heads AS a ON a.deal = d.deal AND a.role = 'acquirer'
WHERE d.kind = 'acquisition'
ORDER BY d.deal
