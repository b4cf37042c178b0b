-- purpose: deals: what kind, whose, how far, how sure and how large
-- grain: one deal
-- key: deal_id
CREATE TABLE deals AS
SELECT d.deal_id, d.kind, d.main_party, d.main_party_id, d.status,
    d.occurred_on, d.occurred_precision, d.first_reported_at, d.last_reported_at, d.confirmed_at,
    date_diff('day', CAST(d.first_reported_at AS DATE), CAST(d.confirmed_at AS DATE)) AS days_to_confirmation,
    d.first_recorded_at, d.last_recorded_at, d.claims, d.articles, d.origins,
    t.amount_low, t.amount_high, t.amount_bound, t.amount_currency, t.amount_low_usd, t.amount_high_usd,
    c.counts_in_total, c.counted_in
FROM core_deals AS d
LEFT JOIN core_terms AS t USING (deal)
JOIN core_counting AS c USING (deal)
ORDER BY d.deal_id
