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
    d.amount_low, d.amount_high, d.amount_bound, d.amount_currency, d.amount_low_usd, d.amount_high_usd,
    d.equity_low, d.equity_high, d.equity_bound, d.equity_currency, d.equity_low_usd, d.equity_high_usd,
    d.debt_low, d.debt_high, d.debt_bound, d.debt_currency, d.debt_low_usd, d.debt_high_usd,
    d.valuation_low, d.valuation_high, d.valuation_bound, d.valuation_currency,
    d.valuation_low_usd, d.valuation_high_usd,
    i.investors, i.leads, d.origins, d.counts_in_total, d.counted_in
FROM core_sheets AS d
LEFT JOIN investors AS i USING (deal)
WHERE d.kind = 'funding_round'
ORDER BY d.deal
