-- purpose: by how many independent origins a value told exactly leads over the same one told as a bound, at each moment
-- grain: one value of one strength that was told both ways, at one moment
-- key: track, strength, unit, value, reported_at
CREATE TEMP TABLE core_votes AS
WITH told AS (
    SELECT track, strength, unit, coalesce(low, high) AS value, origin, bound IN ('exact', 'about') AS is_point,
        min(reported_at) AS reported_at
    FROM base.core_figures
    GROUP BY ALL
),
contested AS (
    SELECT track, strength, unit, value FROM told GROUP BY ALL HAVING bool_or(is_point) AND NOT bool_and(is_point)
)
SELECT DISTINCT track, strength, unit, value, reported_at, sum(CASE WHEN is_point THEN 1 ELSE -1 END) OVER (
        PARTITION BY track, strength, unit, value ORDER BY reported_at RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS lead
FROM told
SEMI JOIN contested USING (track, strength, unit, value)
