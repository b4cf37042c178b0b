-- purpose: what the claims public by then support for a figure, from each moment at which that changed
-- grain: one term of a deal from one moment of the public clock on
-- key: track, reported_from
-- The heaviest exact or approximate figure wins if no bound is stronger; but one that only repeats an equally strong
-- bound ("10 GW" after "at least 10 GW") is that bound in short unless more origins tell it without than with the bound,
-- it is completed, or a person says so. Else bounds narrow an interval: the highest at_least and the lowest up_to, each
-- among the strongest that give one. Of bounds that cross, the heavier stands. Both ends are turned into dollars at the
-- rate of the heavier. A claim that repeats what is believed as firmly changes nothing. Figures are carried by number,
-- and a belief is compared by its hash, since windows over wide rows take most of the time.
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
moments AS (
    SELECT track, reported_at, point, floor, ceiling FROM stretches
    UNION
    SELECT v.track, v.reported_at, s.point, s.floor, s.ceiling
    FROM core_votes AS v
    ASOF JOIN stretches AS s ON s.track = v.track AND s.reported_at <= v.reported_at
),
sided AS (
    SELECT m.track, m.reported_at, m.point, f.figure AS floor, u.figure AS ceiling, p.strength, p.unit, p.low,
        coalesce(f.figure, -1) > coalesce(u.figure, -1) AS floor_leads,
        f.unit IS DISTINCT FROM u.unit OR f.low > u.high AS is_crossed,
        coalesce(p.strength >= greatest(coalesce(f.strength, -1), coalesce(u.strength, -1)), false) AS is_strongest,
        coalesce(p.strength % 100 < 5 AND p.strength < 200 AND (
            (f.strength = p.strength AND f.unit = p.unit AND f.low = p.low)
            OR (u.strength = p.strength AND u.unit = p.unit AND u.high = p.high)), false) AS repeats_bound
    FROM moments AS m
    LEFT JOIN core_figures AS p ON p.figure = m.point
    LEFT JOIN core_figures AS f ON f.figure = m.floor AND f.bound = 'at_least'
    LEFT JOIN core_figures AS u ON u.figure = m.ceiling AND u.bound = 'up_to'
),
weighed AS (
    SELECT s.*, s.is_strongest AND (NOT s.repeats_bound OR coalesce(v.lead, 0) > 0) AS is_point
    FROM sided AS s
    ASOF LEFT JOIN core_votes AS v ON v.track = s.track AND v.strength = s.strength AND v.unit = s.unit
        AND v.value = s.low AND v.reported_at <= s.reported_at
),
chosen AS (
    SELECT track, reported_at,
        CASE WHEN is_point THEN point WHEN floor_leads THEN floor ELSE ceiling END AS decider,
        CASE WHEN is_point THEN point WHEN floor_leads OR NOT is_crossed THEN floor END AS lower,
        CASE WHEN is_point THEN point WHEN NOT floor_leads OR NOT is_crossed THEN ceiling END AS upper
    FROM weighed
),
valued AS (
    SELECT c.track, c.reported_at, l.low, u.high, d.unit, d.strength, c.decider, c.lower, c.upper, CASE
        WHEN c.lower = c.upper THEN d.bound
        WHEN l.low = u.high THEN 'exact'
        WHEN c.lower IS NULL THEN 'up_to'
        WHEN c.upper IS NULL THEN 'at_least'
        ELSE 'between' END AS bound
    FROM chosen AS c
    JOIN core_figures AS d ON d.figure = c.decider
    LEFT JOIN core_figures AS l ON l.figure = c.lower
    LEFT JOIN core_figures AS u ON u.figure = c.upper
),
changed AS (
    SELECT *, hash(low, high, bound, unit, strength) AS belief
    FROM valued
    QUALIFY belief IS DISTINCT FROM lag(belief) OVER (PARTITION BY track ORDER BY reported_at)
),
stood AS (
    SELECT * EXCLUDE (belief), lead(reported_at) OVER (PARTITION BY track ORDER BY reported_at) AS reported_until
    FROM changed
)
SELECT s.track, d.deal, d.term, s.reported_at AS reported_from, s.reported_until, s.low, s.high, s.bound, s.unit,
    TRY_CAST(CAST(s.low AS DECIMAL(22, 2)) * d.rate AS DECIMAL(18, 2)) AS low_usd,
    TRY_CAST(CAST(s.high AS DECIMAL(22, 2)) * d.rate AS DECIMAL(18, 2)) AS high_usd,
    d.rate, d.rate_on, d.rate_precision, d.rate_is_default, s.strength,
    s.decider AS figure, s.lower AS lower_figure, s.upper AS upper_figure,
    greatest(d.recorded_at, l.recorded_at, u.recorded_at) AS recorded_at
FROM stood AS s
JOIN core_figures AS d ON d.figure = s.decider
LEFT JOIN core_figures AS l ON l.figure = s.lower
LEFT JOIN core_figures AS u ON u.figure = s.upper
