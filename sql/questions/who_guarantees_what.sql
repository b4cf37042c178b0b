-- purpose: who carries the risk of others: guarantees by guarantor and quarter
-- grain: one guarantor and quarter
-- key: guarantor, quarter
-- high is null when any part is open upwards.
SELECT guarantor, CAST(date_trunc('quarter', coalesce(occurred_on, first_reported_at)) AS DATE) AS quarter,
    count(*) AS guarantees, string_agg(DISTINCT beneficiary, ', ' ORDER BY beneficiary) AS beneficiaries,
    CAST(sum(amount_low_usd) AS DECIMAL(18, 2)) AS low_usd,
    CASE WHEN count(*) FILTER (amount_low_usd IS NOT NULL AND amount_high_usd IS NULL) = 0
        THEN CAST(sum(amount_high_usd) AS DECIMAL(18, 2)) END AS high_usd
FROM guarantees
WHERE counts_in_total
GROUP BY ALL
ORDER BY quarter, guarantor
