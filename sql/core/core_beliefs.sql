-- purpose: what the claims public by then support for a figure, from each moment at which that changed
-- grain: one term of a deal from one moment of the public clock on
-- key: track, reported_from
-- The heaviest exact or approximate figure wins if no bound is stronger; but one that only repeats an equally strong
-- bound ("10 GW" after "at least 10 GW") is that bound in short unless more origins tell it without than with the bound,
-- it is completed, or a person says so. Else bounds narrow an interval: the highest at_least and the lowest up_to, each
-- among the strongest that give one. Of bounds that cross, the heavier stands. Both ends are turned into dollars at the
-- rate of the heavier. A claim that repeats what is believed as firmly changes nothing. Figures are carried by number,
-- and a belief is compared by its hash, since windows over wide rows take most of the time. A bound's rank packs its
-- strength, value and figure into one number: a running maximum over rows is far slower.
CREATE TABLE base.core_beliefs AS
WITH ranked AS (
    SELECT track, reported_at,
        max(CASE WHEN bound IN ('exact', 'about') THEN figure END) AS point,
        max(CASE WHEN bound = 'at_least' THEN figure + 10000000000000000
            * (strength * 1000000000000000000::HUGEINT + CAST(coalesce(low_usd, low, 0) * 100 AS HUGEINT))
            END) AS floor_rank,
        max(CASE WHEN bound = 'up_to' THEN figure + 10000000000000000
            * ((strength + 1) * 1000000000000000000::HUGEINT - CAST(coalesce(high_usd, high, 0) * 100 AS HUGEINT))
            END) AS ceiling_rank
    FROM base.core_figures
    GROUP BY track, reported_at
),
running AS (
    SELECT track, reported_at, max(point) OVER known AS point,
        max(floor_rank) OVER known AS floor_rank, max(ceiling_rank) OVER known AS ceiling_rank
    FROM ranked
    WINDOW known AS (PARTITION BY track ORDER BY reported_at ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
),
moments AS (
    SELECT track, reported_at, point,
        CAST(floor_rank % 10000000000000000 AS BIGINT) AS floor,
        CAST(ceiling_rank % 10000000000000000 AS BIGINT) AS ceiling
    FROM running
),
sided AS (
    SELECT m.*, p.strength AS point_strength, p.unit AS point_unit, p.low AS point_low, p.high AS point_high,
        p.bound AS point_bound, f.strength AS floor_strength, f.unit AS floor_unit, f.low AS floor_low,
        u.strength AS ceiling_strength, u.unit AS ceiling_unit, u.high AS ceiling_high,
        coalesce(m.floor, -1) > coalesce(m.ceiling, -1) AS floor_leads,
        f.unit IS DISTINCT FROM u.unit OR f.low > u.high AS is_crossed,
        coalesce(p.strength >= greatest(coalesce(f.strength, -1), coalesce(u.strength, -1)), false) AS is_strongest,
        coalesce(p.strength % 100 < 5 AND p.strength < 200 AND (
            (f.strength = p.strength AND f.unit = p.unit AND f.low = p.low)
            OR (u.strength = p.strength AND u.unit = p.unit AND u.high = p.high)), false) AS repeats_bound
    FROM moments AS m
    LEFT JOIN base.core_figures AS p ON p.figure = m.point
    LEFT JOIN base.core_figures AS f ON f.figure = m.floor AND f.bound = 'at_least'
    LEFT JOIN base.core_figures AS u ON u.figure = m.ceiling AND u.bound = 'up_to'
),
outvoting AS (
    SELECT s.track, s.reported_at
    FROM sided AS s
    ASOF JOIN core_votes AS v ON v.track = s.track AND v.strength = s.point_strength AND v.unit = s.point_unit
        AND v.value = s.point_low AND v.reported_at <= s.reported_at
    WHERE s.repeats_bound AND v.lead > 0
),
weighed AS (
    SELECT s.*, s.is_strongest AND (NOT s.repeats_bound OR v.track IS NOT NULL) AS is_point
    FROM sided AS s
    LEFT JOIN outvoting AS v USING (track, reported_at)
),
chosen AS (
    SELECT *,
        CASE WHEN is_point THEN point WHEN floor_leads THEN floor ELSE ceiling END AS decider,
        CASE WHEN is_point THEN point WHEN floor_leads OR NOT is_crossed THEN floor END AS lower,
        CASE WHEN is_point THEN point WHEN NOT floor_leads OR NOT is_crossed THEN ceiling END AS upper
    FROM weighed
),
valued AS (
    SELECT track, reported_at, decider, lower, upper, hash(
        CASE WHEN is_point THEN point_low WHEN lower IS NOT NULL THEN floor_low END,
        CASE WHEN is_point THEN point_high WHEN upper IS NOT NULL THEN ceiling_high END,
        CASE WHEN is_point THEN point_bound WHEN floor_low = ceiling_high AND NOT is_crossed THEN 'exact'
            WHEN lower IS NULL THEN 'up_to' WHEN upper IS NULL THEN 'at_least' ELSE 'between' END,
        CASE WHEN is_point THEN point_unit WHEN floor_leads THEN floor_unit ELSE ceiling_unit END,
        CASE WHEN is_point THEN point_strength WHEN floor_leads THEN floor_strength ELSE ceiling_strength END
    ) AS belief
    FROM chosen
    WHERE decider IS NOT NULL
),
changed AS (
    FROM valued
    QUALIFY belief IS DISTINCT FROM lag(belief) OVER (PARTITION BY track ORDER BY reported_at)
),
stood AS (
    SELECT * EXCLUDE (belief), lead(reported_at) OVER (PARTITION BY track ORDER BY reported_at) AS reported_until
    FROM changed
)
SELECT s.track, d.deal, d.term, s.reported_at AS reported_from, s.reported_until,
    CASE WHEN s.lower = s.decider THEN d.low ELSE l.low END AS low,
    CASE WHEN s.upper = s.decider THEN d.high ELSE u.high END AS high,
    CASE WHEN s.lower = s.upper THEN d.bound WHEN l.low = u.high THEN 'exact'
        WHEN s.lower IS NULL THEN 'up_to' WHEN s.upper IS NULL THEN 'at_least' ELSE 'between' END AS bound,
    d.unit,
    CASE WHEN s.lower = s.decider THEN d.low_usd
        ELSE TRY_CAST(CAST(l.low AS DECIMAL(22, 2)) * d.rate AS DECIMAL(18, 2)) END AS low_usd,
    CASE WHEN s.upper = s.decider THEN d.high_usd
        ELSE TRY_CAST(CAST(u.high AS DECIMAL(22, 2)) * d.rate AS DECIMAL(18, 2)) END AS high_usd,
    d.rate, d.rate_on, d.rate_precision, d.rate_is_default, d.strength,
    s.decider AS figure, s.lower AS lower_figure, s.upper AS upper_figure,
    greatest(d.recorded_at, l.recorded_at, u.recorded_at) AS recorded_at
FROM stood AS s
JOIN base.core_figures AS d ON d.figure = s.decider
LEFT JOIN base.core_figures AS l ON l.figure = s.lower AND l.bound = 'at_least'
LEFT JOIN base.core_figures AS u ON u.figure = s.upper AND u.bound = 'up_to'
