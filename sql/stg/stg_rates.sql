-- purpose: exchange rates; an observed one goes before an embedded default, then the later one
-- grain: one currency, day and precision
-- key: currency, rate_on, precision
CREATE TEMP TABLE stg_rates AS
WITH observed AS (
    SELECT position, recorded_at,
        payload ->> '$.currency' AS currency,
        CAST(payload ->> '$.on' AS DATE) AS rate_on,
        payload ->> '$.precision' AS precision,
        CAST(payload ->> '$.usd_per_unit' AS DECIMAL(14, 8)) AS usd_per_unit,
        payload ->> '$.source' AS source,
        CAST(payload ->> '$.is_default' AS BOOLEAN) AS is_default
    FROM log_events
    WHERE type = 'RateObserved' AND voided_by IS NULL
),
ranked AS (
    SELECT *, row_number() OVER (
        PARTITION BY currency, rate_on, precision ORDER BY is_default, position DESC
    ) AS preference
    FROM observed
)
SELECT * EXCLUDE (preference) FROM ranked WHERE preference = 1
