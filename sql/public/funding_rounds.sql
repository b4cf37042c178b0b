-- purpose: capital that organisations raise: what is believed of each round
-- grain: one deal of the kind funding_round
-- key: deal_id
CREATE TABLE funding_rounds AS
WITH investors AS (
    SELECT deal, string_agg(name, '; ' ORDER BY name) FILTER (role = 'investor') AS investors,
        string_agg(name, '; ' ORDER BY name) FILTER (role = 'lead') AS leads
    FROM core_deal_parties
    GROUP BY deal
)
SELECT d.deal_id, d.main_party AS recipient, d.main_party_id AS recipient_id, d.stage, d.instrument, d.status,
    d.occurred_on, d.occurred_precision, d.first_reported_at, d.confirmed_at,
    t.amount_low, t.amount_high, t.amount_bound, t.amount_currency, t.amount_low_usd, t.amount_high_usd,
    t.equity_low, t.equity_high, t.equity_bound, t.equity_currency, t.equity_low_usd, t.equity_high_usd,
    t.debt_low, t.debt_high, t.debt_bound, t.debt_currency, t.debt_low_usd, t.debt_high_usd,
    t.valuation_low, t.valuation_high, t.valuation_bound, t.valuation_currency,
    t.valuation_low_usd, t.valuation_high_usd,
    i.investors, i.leads, d.origins, c.counts_in_total, c.counted_in
FROM core_deals AS d
LEFT JOIN core_terms AS t USING (deal)
LEFT JOIN investors AS i USING (deal)
JOIN core_counting AS c USING (deal)
WHERE d.kind = 'funding_round'
ORDER BY d.deal_id
