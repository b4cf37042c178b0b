-- purpose: what has each organisation committed to pay, to whom, and how firm is it?
-- grain: one payer, payee and status
-- key: payer, payee, nature, status
-- high is null when any part is open upwards.
SELECT payer, payee, nature, status, count(*) AS deals,
    CAST(sum(low_usd) AS DECIMAL(18, 2)) AS low_usd,
    CASE WHEN count(*) FILTER (low_usd IS NOT NULL AND high_usd IS NULL) = 0
        THEN CAST(sum(high_usd) AS DECIMAL(18, 2)) END AS high_usd
FROM money_flows
WHERE payer IS NOT NULL AND payee IS NOT NULL AND nature IN ('compute', 'capital', 'guarantee') AND counts_in_total
GROUP BY payer, payee, nature, status
ORDER BY greatest(sum(low_usd), sum(high_usd)) DESC NULLS LAST, payer, payee, nature, status
