-- purpose: what has each organisation committed to pay, to whom, and how firm is it?
-- grain: one payer, payee and status
-- key: payer, payee, nature, status
-- Compute, capital, guarantees and purchases, whose payee is what is bought; spending plans have no payee. A stated part
-- of a round that others share counts here, where each payer stands alone, unless the round's whole sum is its own; what
-- others put in without a stated part has no payer and is left out. high is null when any part is open upwards.
SELECT m.payer, m.payee, m.nature, m.status, count(*) AS deals,
    CAST(sum(m.low_usd) AS DECIMAL(18, 2)) AS low_usd,
    CASE WHEN count(*) FILTER (m.low_usd IS NOT NULL AND m.high_usd IS NULL) = 0
        THEN CAST(sum(m.high_usd) AS DECIMAL(18, 2)) END AS high_usd
FROM money_flows AS m
ANTI JOIN money_flows AS w
    ON w.deal_id = m.counted_in AND w.payer_group_id = m.payer_group_id AND w.bound IS NOT NULL
WHERE m.payer IS NOT NULL AND m.payee IS NOT NULL
    AND m.status NOT IN ('denied', 'cancelled') AND (m.counts_in_total OR m.bound IS NOT NULL)
GROUP BY m.payer, m.payee, m.nature, m.status
ORDER BY greatest(sum(m.low_usd), sum(m.high_usd)) DESC NULLS LAST, m.payer, m.payee, m.nature, m.status
