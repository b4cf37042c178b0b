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
    t.amount_low, t.amount_high, t.amount_bound, t.amount_currency, t.amount_low_usd, t.amount_high_usd,
    t.valuation_low_usd, t.valuation_high_usd, d.origins, c.counts_in_total, c.counted_in
FROM core_deals AS d
LEFT JOIN core_terms AS t USING (deal)
LEFT JOIN investors AS i USING (deal)
JOIN core_counting AS c USING (deal)
WHERE d.kind = 'investment'
ORDER BY d.deal_id
