-- purpose: which deals are the largest, by what is sure of them?
-- grain: one deal
-- key: deal_id
SELECT kind, main_party, status, amount_bound AS bound, amount_low_usd, amount_high_usd, origins,
    CAST(first_reported_at AS DATE) AS first_reported
FROM deals
WHERE amount_bound IS NOT NULL AND status NOT IN ('denied', 'cancelled') AND counts_in_total
ORDER BY coalesce(amount_low_usd, amount_high_usd) DESC, deal_id
LIMIT 20
