-- purpose: capacity or debt of one organisation that another backs: an obligation, no payment yet
-- grain: one deal of the kind guarantee
-- key: deal_id
CREATE TABLE guarantees AS
SELECT d.deal_id, g.name AS guarantor, g.organization_id AS guarantor_id,
    d.main_party AS beneficiary, d.main_party_id AS beneficiary_id, d.status,
    d.occurred_on, d.occurred_precision, d.first_reported_at, d.confirmed_at,
    d.amount_low, d.amount_high, d.amount_bound, d.amount_currency, d.amount_low_usd, d.amount_high_usd,
    d.site, d.term_years, d.power_low_mw, d.power_high_mw, d.power_bound, d.origins, d.counts_in_total, d.counted_in
FROM core_sheets AS d
LEFT JOIN core_heads AS g ON g.deal = d.deal AND g.role = 'guarantor'
WHERE d.kind = 'guarantee'
ORDER BY d.deal
