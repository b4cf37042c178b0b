-- purpose: how much equity and debt did each organisation raise in each quarter, as an interval?
-- grain: one recipient and quarter
-- key: recipient, quarter
-- Rounds, and investments that are part of none. A sum without a split counts with what its instrument says, and not at
-- all where no instrument is told or it is mixed; high is null when any part is open upwards.
WITH parts AS (
    SELECT recipient, date_trunc('quarter', coalesce(occurred_on, first_reported_at)) AS quarter,
        CASE WHEN equity_bound IS NOT NULL THEN (equity_low_usd, equity_high_usd)
            WHEN instrument = 'equity' THEN (amount_low_usd, amount_high_usd) END AS equity,
        CASE WHEN debt_bound IS NOT NULL THEN (debt_low_usd, debt_high_usd)
            WHEN instrument = 'debt' THEN (amount_low_usd, amount_high_usd) END AS debt
    FROM funding_rounds
    WHERE counts_in_total
    UNION ALL
    SELECT recipient, date_trunc('quarter', coalesce(occurred_on, first_reported_at)),
        CASE WHEN instrument = 'equity' THEN (amount_low_usd, amount_high_usd) END,
        CASE WHEN instrument = 'debt' THEN (amount_low_usd, amount_high_usd) END
    FROM investments
    WHERE counts_in_total AND amount_bound IS NOT NULL
)
SELECT recipient, CAST(quarter AS DATE) AS quarter,
    CAST(sum(coalesce(equity[1], 0)) AS DECIMAL(18, 2)) AS equity_low_usd,
    CASE WHEN bool_and(equity IS NULL OR equity[2] IS NOT NULL)
        THEN CAST(sum(coalesce(equity[2], 0)) AS DECIMAL(18, 2)) END AS equity_high_usd,
    CAST(sum(coalesce(debt[1], 0)) AS DECIMAL(18, 2)) AS debt_low_usd,
    CASE WHEN bool_and(debt IS NULL OR debt[2] IS NOT NULL)
        THEN CAST(sum(coalesce(debt[2], 0)) AS DECIMAL(18, 2)) END AS debt_high_usd
FROM parts
WHERE equity IS NOT NULL OR debt IS NOT NULL
GROUP BY recipient, quarter
ORDER BY quarter, recipient
