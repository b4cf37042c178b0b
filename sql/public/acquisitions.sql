-- purpose: organisations that buy others
-- grain: one deal of the kind acquisition
-- key: deal_id
CREATE TABLE acquisitions AS
WITH parties AS (
    SELECT deal, arg_max((organization_id, name), (weight, organization)) AS acquirer
    FROM core_deal_parties
    WHERE role = 'acquirer'
    GROUP BY deal
)
SELECT d.deal_id, p.acquirer[2] AS acquirer, p.acquirer[1] AS acquirer_id,
    d.main_party AS target, d.main_party_id AS target_id, d.status,
    d.occurred_on, d.occurred_precision, d.first_reported_at, d.confirmed_at,
    t.amount_low, t.amount_high, t.amount_bound, t.amount_currency, t.amount_low_usd, t.amount_high_usd,
    t.valuation_low_usd, t.valuation_high_usd, d.origins, c.counts_in_total, c.counted_in
FROM core_deals AS d
LEFT JOIN core_terms AS t USING (deal)
LEFT JOIN parties AS p USING (deal)
JOIN core_counting AS c USING (deal)
WHERE d.kind = 'acquisition'
ORDER BY d.deal_id
