-- purpose: what the claims public by then support for a figure, from each moment at which that changed
-- grain: one term of a deal from one moment of the public clock on
-- key: track, reported_from
-- The heaviest exact or approximate figure wins if no bound is stronger; but one that only repeats an equally strong
-- bound ("10 GW" after "at least 10 GW") is that bound in short, until it is completed or a person says so. Else bounds
-- narrow an interval: the highest at_least and the lowest up_to, each among the strongest that give one. Of bounds that cross, the heavier stands. Both
-- ends are turned into dollars at the rate of the heavier.
CREATE TEMP TABLE core_beliefs AS
WITH running AS (
    SELECT track, reported_at,
        max(CASE WHEN bound IN ('exact', 'about') THEN figure END) OVER known AS point,
        max(floor_rank) OVER known AS floor_rank, max(ceiling_rank) OVER known AS ceiling_rank
    FROM core_figures
    WINDOW known AS (PARTITION BY track ORDER BY reported_at RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
),
-- Running maxima only rise, so equal ones are one stretch of time.
stretches AS (
    SELECT track, min(reported_at) AS reported_at, point,
        CAST(floor_rank % 10000000000000000 AS BIGINT) AS floor,
        CAST(ceiling_rank % 10000000000000000 AS BIGINT) AS ceiling
    FROM running
    GROUP BY track, point, floor_rank, ceiling_rank
),
sided AS (
    SELECT s.*,
        coalesce(p.strength >= greatest(coalesce(f.strength, -1), coalesce(u.strength, -1)), false)
            AND NOT coalesce(p.strength % 100 < 5 AND p.strength < 200 AND (
                (f.strength = p.strength AND f.unit = p.unit AND f.low = p.low)
                OR (u.strength = p.strength AND u.unit = p.unit AND u.high = p.high)), false) AS is_point,
        coalesce(s.floor, -1) > coalesce(s.ceiling, -1) AS floor_leads,
        f.unit IS DISTINCT FROM u.unit OR f.low > u.high AS is_crossed
    FROM stretches AS s
    LEFT JOIN core_figures AS p ON p.figure = s.point
    LEFT JOIN core_figures AS f ON f.figure = s.floor
    LEFT JOIN core_figures AS u ON u.figure = s.ceiling
),
chosen AS (
    SELECT track, reported_at,
        CASE WHEN is_point THEN point WHEN floor_leads THEN floor ELSE ceiling END AS decider,
        CASE WHEN is_point THEN point WHEN floor_leads OR NOT is_crossed THEN floor END AS lower,
        CASE WHEN is_point THEN point WHEN NOT floor_leads OR NOT is_crossed THEN ceiling END AS upper
    FROM sided
),
changed AS (
    SELECT * FROM chosen
    WINDOW story AS (PARTITION BY track ORDER BY reported_at)
    QUALIFY decider IS DISTINCT FROM lag(decider) OVER story OR lower IS DISTINCT FROM lag(lower) OVER story
        OR upper IS DISTINCT FROM lag(upper) OVER story
),
stood AS (
    SELECT *, lead(reported_at) OVER (PARTITION BY track ORDER BY reported_at) AS reported_until FROM changed
)
SELECT s.track, d.deal, d.term, s.reported_at AS reported_from, s.reported_until, l.low, u.high,
    CASE
        WHEN s.lower = s.upper THEN d.bound
        WHEN l.low = u.high THEN 'exact'
        WHEN s.lower IS NULL THEN 'up_to'
        WHEN s.upper IS NULL THEN 'at_least'
        ELSE 'between' END AS bound,
    d.unit,
    TRY_CAST(CAST(l.low AS DECIMAL(22, 2)) * d.rate AS DECIMAL(18, 2)) AS low_usd,
    TRY_CAST(CAST(u.high AS DECIMAL(22, 2)) * d.rate AS DECIMAL(18, 2)) AS high_usd,
    d.rate, d.rate_on, d.rate_precision, d.rate_is_default,
    d.claim_key, l.claim_key AS lower_claim_key, u.claim_key AS upper_claim_key, d.strength,
    greatest(d.recorded_at, l.recorded_at, u.recorded_at) AS recorded_at
FROM stood AS s
JOIN core_figures AS d ON d.figure = s.decider
LEFT JOIN core_figures AS l ON l.figure = s.lower
LEFT JOIN core_figures AS u ON u.figure = s.upper
