-- purpose: which suppliers invest in or guarantee their own customers, and for how much?
-- grain: one supplier and customer, with their subsidiaries
-- key: supplier, customer
-- What a supplier puts into a round counts unless the round's whole sum is its own. high is null when any part is open
-- upwards.
SELECT s.payee_group AS supplier, s.payer_group AS customer, string_agg(DISTINCT m.nature, ', ' ORDER BY m.nature) AS gives,
    CAST(sum(m.low_usd) AS DECIMAL(18, 2)) AS low_usd,
    CASE WHEN count(*) FILTER (m.low_usd IS NOT NULL AND m.high_usd IS NULL) = 0
        THEN CAST(sum(m.high_usd) AS DECIMAL(18, 2)) END AS high_usd
FROM (
    SELECT DISTINCT payer_group, payer_group_id, payee_group, payee_group_id FROM money_flows
    WHERE nature = 'compute' AND status NOT IN ('denied', 'cancelled')
) AS s
JOIN money_flows AS m ON m.payer_group_id = s.payee_group_id AND m.payee_group_id = s.payer_group_id
    AND m.nature IN ('capital', 'guarantee')
ANTI JOIN money_flows AS w
    ON w.deal_id = m.counted_in AND w.payer_group_id = m.payer_group_id AND w.bound IS NOT NULL
WHERE m.status NOT IN ('denied', 'cancelled') AND s.payer_group_id <> s.payee_group_id
GROUP BY s.payee_group, s.payer_group
ORDER BY greatest(sum(m.low_usd), sum(m.high_usd)) DESC NULLS LAST, supplier, customer
