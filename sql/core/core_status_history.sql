-- purpose: a deal's status from each moment of the public clock at which it changed
-- grain: one status of a deal from one moment on
-- key: deal, reported_from
-- Status rises and a weaker later claim does not lower it. A denial defeats what was rumoured or reported up to it, not
-- what is announced; hearsay after it makes the deal disputed, an announcement settles it. A cancellation ends what is
-- not completed if a party, a filing, a person or two independent origins say so, or if nothing else is known.
CREATE TEMP TABLE core_status_history AS
WITH cancelling AS (
    SELECT deal, origin, min(weight) AS weight
    FROM (SELECT deal, origin, weight, rank() OVER (PARTITION BY deal, origin ORDER BY reported_at) AS nth
        FROM base.core_deal_claims WHERE sureness = 1)
    WHERE nth = 1
    GROUP BY deal, origin
),
running AS (
    SELECT c.deal, c.reported_at,
        coalesce(max(CASE WHEN c.sureness >= 2 AND NOT c.is_denial THEN c.sureness END) OVER known, 0) AS surest,
        max(CASE WHEN c.sureness IN (2, 3) AND NOT c.is_denial THEN c.said_at END) OVER known AS heard_at,
        max(CASE WHEN c.sureness = 0 THEN c.said_at END) OVER known AS denied_at,
        max(
            CASE WHEN c.sureness = 1 AND (c.is_denial OR c.tier = 1 OR c.is_persons) THEN 1 ELSE 0 END
        ) OVER known AS is_ended,
        count(n.weight) OVER known AS cancelling_origins
    FROM base.core_deal_claims AS c
    LEFT JOIN cancelling AS n USING (weight)
    WINDOW known AS (PARTITION BY c.deal ORDER BY c.reported_at RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
),
moments AS (
    SELECT DISTINCT deal, reported_at, CASE
        WHEN surest = 5 THEN 'completed'
        WHEN is_ended = 1 OR cancelling_origins >= 2 THEN 'cancelled'
        WHEN surest = 4 THEN 'announced'
        WHEN denied_at IS NOT NULL AND heard_at > denied_at THEN 'disputed'
        WHEN denied_at IS NOT NULL THEN 'denied'
        WHEN surest = 3 THEN 'reported'
        WHEN surest = 2 THEN 'rumoured'
        ELSE 'cancelled' END AS status
    FROM running
),
changed AS (
    SELECT *, lag(status) OVER (PARTITION BY deal ORDER BY reported_at) AS status_before FROM moments
)
SELECT deal, status, status_before, reported_at AS reported_from,
    lead(reported_at) OVER (PARTITION BY deal ORDER BY reported_at) AS reported_until
FROM changed
WHERE status IS DISTINCT FROM status_before
