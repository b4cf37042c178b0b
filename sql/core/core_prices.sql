-- purpose: the rate for each currency and date that a claim needs, US dollars a unit
-- grain: one currency, date and precision
-- key: currency, priced_on, priced_precision
-- The rate nearest in precision: of the day (up to 7 days before), else the month's, else the year's average; a date
-- known by month or year alone takes no day's rate where there is a longer one. Else the nearest earlier, then later.
CREATE TEMP TABLE core_prices AS
WITH wanted AS (
    SELECT DISTINCT unnest([amount_currency, equity_currency, debt_currency, valuation_currency]) AS currency,
        priced_on, priced_precision
    FROM (
        SELECT DISTINCT c.amount_currency, c.equity_currency, c.debt_currency, c.valuation_currency, t.priced_on,
            t.priced_precision
        FROM core_told_claims AS t
        JOIN stg_claims AS c USING (claim)
    )
),
needed AS (
    SELECT * FROM wanted WHERE currency <> 'USD' AND priced_on IS NOT NULL
),
by_day AS (
    SELECT * FROM stg_rates WHERE precision = 'day'
),
by_any AS (
    SELECT DISTINCT ON (currency, rate_on) * FROM stg_rates ORDER BY currency, rate_on, precision
),
candidates AS (
    SELECT n.*, r.rate_on, r.precision, r.usd_per_unit, r.is_default,
        CASE WHEN n.priced_precision = 'day' THEN 1 ELSE 4 END AS preference
    FROM needed AS n
    ASOF JOIN by_day AS r ON r.currency = n.currency AND r.rate_on <= n.priced_on
    WHERE n.priced_on - r.rate_on <= 7
    UNION ALL
    SELECT n.*, r.rate_on, r.precision, r.usd_per_unit, r.is_default,
        CASE WHEN n.priced_precision = 'year' THEN 5 ELSE 2 END
    FROM needed AS n
    JOIN stg_rates AS r ON r.currency = n.currency AND r.precision = 'month'
        AND date_trunc('month', r.rate_on) = date_trunc('month', n.priced_on)
    UNION ALL
    SELECT n.*, r.rate_on, r.precision, r.usd_per_unit, r.is_default, 3
    FROM needed AS n
    JOIN stg_rates AS r ON r.currency = n.currency AND r.precision = 'year' AND year(r.rate_on) = year(n.priced_on)
    UNION ALL
    SELECT n.*, r.rate_on, r.precision, r.usd_per_unit, r.is_default, 6
    FROM needed AS n
    ASOF JOIN by_any AS r ON r.currency = n.currency AND r.rate_on <= n.priced_on
    UNION ALL
    SELECT n.*, r.rate_on, r.precision, r.usd_per_unit, r.is_default, 7
    FROM needed AS n
    ASOF JOIN by_any AS r ON r.currency = n.currency AND r.rate_on >= n.priced_on
),
ranked AS (
    SELECT *, row_number() OVER (PARTITION BY currency, priced_on, priced_precision ORDER BY preference) AS nth
    FROM candidates
)
SELECT currency, priced_on, priced_precision, usd_per_unit, rate_on, precision AS rate_precision, is_default
FROM ranked
WHERE nth = 1
UNION ALL
SELECT 'USD', priced_on, priced_precision, CAST(1 AS DECIMAL(14, 8)), NULL, NULL, false
FROM wanted
WHERE currency = 'USD' AND priced_on IS NOT NULL
