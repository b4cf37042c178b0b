-- purpose: what the claims public by then support for a figure, from each moment at which that changed
-- grain: one term of a deal from one moment of the public clock on
-- key: deal_id, term, reported_from
-- The heaviest exact or approximate figure wins if no bound is stronger. Else bounds narrow an interval: the highest
-- at_least and the lowest up_to, each among the strongest that give one. Of bounds that cross, the heavier stands. Both
-- ends are turned into dollars at the rate of the heavier.
CREATE TEMP TABLE core_beliefs AS
WITH running AS (
    SELECT deal_id, term, reported_at,
        max(CASE WHEN bound IN ('exact', 'about') THEN weight END) OVER known AS point,
        max(CASE WHEN bound = 'at_least' THEN (strength, coalesce(low_usd, low), weight) END) OVER known AS floor,
        max(CASE WHEN bound = 'up_to' THEN (strength, -coalesce(high_usd, high), weight) END) OVER known AS ceiling
    FROM core_figures
    WINDOW known AS (
        PARTITION BY deal_id, term ORDER BY reported_at RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    )
),
moments AS (
    SELECT DISTINCT deal_id, term, reported_at, point, floor[3] AS floor, ceiling[3] AS ceiling FROM running
),
changed AS (
    SELECT *, lag((point, floor, ceiling)) OVER (PARTITION BY deal_id, term ORDER BY reported_at) AS before
    FROM moments
),
sided AS (
    SELECT c.deal_id, c.term, c.reported_at,
        coalesce(p.strength >= greatest(coalesce(f.strength, -1), coalesce(u.strength, -1)), false) AS is_point,
        coalesce(f.weight, -1) > coalesce(u.weight, -1) AS floor_leads,
        f.unit IS DISTINCT FROM u.unit OR f.low > u.high AS is_crossed,
        c.point, c.floor, c.ceiling
    FROM changed AS c
    LEFT JOIN core_figures AS p ON p.weight = c.point AND p.term = c.term
    LEFT JOIN core_figures AS f ON f.weight = c.floor AND f.term = c.term
    LEFT JOIN core_figures AS u ON u.weight = c.ceiling AND u.term = c.term
    WHERE c.before IS NULL OR (c.point, c.floor, c.ceiling) IS DISTINCT FROM c.before
),
chosen AS (
    SELECT deal_id, term, reported_at,
        CASE WHEN is_point THEN point WHEN floor_leads THEN floor ELSE ceiling END AS decider,
        CASE WHEN is_point THEN point WHEN floor_leads OR NOT is_crossed THEN floor END AS lower,
        CASE WHEN is_point THEN point WHEN NOT floor_leads OR NOT is_crossed THEN ceiling END AS upper
    FROM sided
),
stood AS (
    SELECT *, lag((decider, lower, upper)) OVER (PARTITION BY deal_id, term ORDER BY reported_at) AS before FROM chosen
)
SELECT s.deal_id, s.term, s.reported_at AS reported_from,
    lead(s.reported_at) OVER (PARTITION BY s.deal_id, s.term ORDER BY s.reported_at) AS reported_until,
    l.low, u.high,
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
    d.claim_key, l.claim_key AS lower_claim_key, u.claim_key AS upper_claim_key, d.strength, d.weight, d.tier,
    greatest(d.recorded_at, l.recorded_at, u.recorded_at) AS recorded_at
FROM stood AS s
JOIN core_figures AS d ON d.weight = s.decider AND d.term = s.term
LEFT JOIN core_figures AS l ON l.weight = s.lower AND l.term = s.term
LEFT JOIN core_figures AS u ON u.weight = s.upper AND u.term = s.term
WHERE s.before IS NULL OR (s.decider, s.lower, s.upper) IS DISTINCT FROM s.before
