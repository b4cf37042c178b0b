-- purpose: deals whose sum does not stand in the money flows once, or is counted there though it is part of another
-- grain: one deal
-- key: deal_id
-- severity: fail
WITH flows AS (
    SELECT deal_id, count(*) FILTER (counts_in_total) AS counted,
        CAST(sum(low_usd) AS DECIMAL(18, 2)) AS low_usd, CAST(sum(high_usd) AS DECIMAL(18, 2)) AS high_usd
    FROM money_flows
    GROUP BY deal_id
)
SELECT d.deal_id, d.amount_low_usd, f.low_usd, d.amount_high_usd, f.high_usd, f.counted
FROM deals AS d
LEFT JOIN flows AS f USING (deal_id)
WHERE d.kind NOT IN ('partnership', 'denial')
    AND (f.low_usd IS DISTINCT FROM d.amount_low_usd OR f.high_usd IS DISTINCT FROM d.amount_high_usd
        OR f.counted IS DISTINCT FROM CASE WHEN d.counts_in_total THEN 1 ELSE 0 END)
