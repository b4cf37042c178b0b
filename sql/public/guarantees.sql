-- purpose: capacity or debt of one organisation that another backs: an obligation, no payment yet
-- grain: one deal of the kind guarantee
-- key: deal_id
CREATE TABLE guarantees AS
WITH parties AS (
    SELECT deal, arg_max((organization_id, name), (weight, organization)) AS guarantor
    FROM core_deal_parties
    WHERE role = 'guarantor'
    GROUP BY deal
)
SELECT d.deal_id, p.guarantor[2] AS guarantor, p.guarantor[1] AS guarantor_id,
    d.main_party AS beneficiary, d.main_party_id AS beneficiary_id, d.status,
    d.occurred_on, d.occurred_precision, d.first_reported_at, d.confirmed_at,
    t.amount_low, t.amount_high, t.amount_bound, t.amount_currency, t.amount_low_usd, t.amount_high_usd,
    d.site, d.term_years, t.power_low_mw, t.power_high_mw, t.power_bound, d.origins, c.counts_in_total, c.counted_in
FROM core_deals AS d
LEFT JOIN core_terms AS t USING (deal)
LEFT JOIN parties AS p USING (deal)
JOIN core_counting AS c USING (deal)
WHERE d.kind = 'guarantee'
ORDER BY d.deal_id
