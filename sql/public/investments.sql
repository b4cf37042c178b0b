-- purpose: sums that one investor, or a group acting as one, puts into an organisation
-- grain: one deal of the kind investment
-- key: deal_id
CREATE TABLE investments AS
WITH investors AS (
    SELECT deal, string_agg(name, '; ' ORDER BY name) AS investors, count(*) AS number,
        min(organization_id) AS investor_id
    FROM core_deal_parties
    WHERE role = 'investor'
    GROUP BY deal
)
SELECT d.deal_id, i.investors, CASE WHEN i.number = 1 THEN i.investor_id END AS investor_id,
    d.main_party AS recipient, d.main_party_id AS recipient_id, d.stage, d.instrument, d.status,
    d.occurred_on, d.occurred_precision, d.first_reported_at, d.confirmed_at,
    d.amount_low, d.amount_high, d.amount_bound, d.amount_currency, d.amount_low_usd, d.amount_high_usd,
    d.valuation_low_usd, d.valuation_high_usd, d.origins, d.counts_in_total, d.counted_in
FROM core_sheets AS d
LEFT JOIN investors AS i USING (deal)
WHERE d.kind = 'investment'
ORDER BY d.deal
