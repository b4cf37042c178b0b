-- purpose: beliefs whose times overlap, leave a gap, or are not open at the end
-- grain: one interval
-- key: deal_id, track, reported_from
-- severity: fail
WITH intervals AS (
    SELECT deal, track, reported_from, reported_until FROM base.core_beliefs
    UNION ALL
    SELECT n.deal, -n.deal, s.reported_from, s.reported_until
    FROM deal_status_history AS s
    JOIN base.core_deal_numbers AS n USING (deal_id)
),
broken AS (
    FROM intervals
    QUALIFY reported_until IS DISTINCT FROM lead(reported_from) OVER (PARTITION BY track ORDER BY reported_from)
)
SELECT n.deal_id, b.track, b.reported_from, b.reported_until
FROM broken AS b
JOIN base.core_deal_numbers AS n USING (deal)
