-- purpose: beliefs whose times overlap, leave a gap, or are not open at the end
-- grain: one interval
-- key: deal_id, subject, reported_from
-- severity: fail
WITH intervals AS (
    SELECT deal_id, term AS subject, reported_from, reported_until, is_current FROM deal_terms
    UNION ALL
    SELECT deal_id, 'status', reported_from, reported_until, is_current FROM deal_status_history
)
SELECT deal_id, subject, reported_from, reported_until
FROM intervals
QUALIFY reported_until IS DISTINCT FROM lead(reported_from) OVER (PARTITION BY deal_id, subject ORDER BY reported_from)
    OR is_current <> (reported_until IS NULL)
