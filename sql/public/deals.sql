-- purpose: deals: what kind, whose, how far, how sure and how large
-- grain: one deal
-- key: deal_id
CREATE TABLE deals AS
SELECT deal_id, kind, main_party, main_party_id, status,
    occurred_on, occurred_precision, first_reported_at, last_reported_at, confirmed_at,
    date_diff('day', CAST(first_reported_at AS DATE), CAST(confirmed_at AS DATE)) AS days_to_confirmation,
    first_recorded_at, last_recorded_at, claims, articles, origins,
    amount_low, amount_high, amount_bound, amount_currency, amount_low_usd, amount_high_usd,
    counts_in_total, counted_in
FROM core_sheets
ORDER BY deal
