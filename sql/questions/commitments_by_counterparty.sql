-- purpose: what has each organisation committed to pay, to whom, and how firm is it?
-- grain: one payer, payee and status
-- key: payer, payee, nature, status
SELECT payer, payee, nature, status, count(*) AS deals,
    CAST(sum(low_usd) AS DECIMAL(18, 2)) AS low_usd, CAST(sum(high_usd) AS DECIMAL(18, 2)) AS high_usd
FROM money_flows
WHERE payer IS NOT NULL AND payee IS NOT NULL AND nature IN ('compute', 'capital', 'guarantee') AND counts_in_total
GROUP BY payer, payee, nature, status
ORDER BY high_usd DESC NULLS LAST, payer, payee, nature, status
