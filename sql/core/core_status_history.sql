-- purpose: a deal's status from each moment of the public clock at which it changed
-- grain: one status of a deal from one moment on
-- key: deal_id, reported_from
-- Status rises and a weaker later claim does not lower it. A denial defeats what was rumoured or reported up to it, not
-- what is announced; hearsay after it makes the deal disputed, an announcement settles it. A cancellation ends what is
-- not completed if a party, a filing, a person or two independent origins say so, or if nothing else is known.
CREATE TEMP TABLE core_status_history AS
WITH said AS (
    SELECT *, is_denial AND status = 'cancelled' OR tier = 1 OR is_persons AS is_authoritative,
        status = 'denied' AS is_denied,
        CASE WHEN status = 'cancelled' AND row_number() OVER (
            PARTITION BY deal_id, status, origin_id ORDER BY reported_at, claim_key) = 1 THEN 1 ELSE 0 END AS new_origin
    FROM core_deal_claims
),
running AS (
    SELECT deal_id, reported_at,
        coalesce(max(CASE WHEN sureness >= 2 AND NOT is_denial THEN sureness END) OVER known, 0) AS surest,
        max(CASE WHEN sureness IN (2, 3) AND NOT is_denial THEN said_at END) OVER known AS heard_at,
        max(CASE WHEN is_denied THEN said_at END) OVER known AS denied_at,
        max(CASE WHEN status = 'cancelled' THEN 1 ELSE 0 END) OVER known AS is_cancelled,
        max(CASE WHEN status = 'cancelled' AND is_authoritative THEN 1 ELSE 0 END) OVER known AS is_ended,
        sum(new_origin) OVER known AS cancelling_origins
    FROM said
    WINDOW known AS (
        PARTITION BY deal_id ORDER BY reported_at RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    )
),
moments AS (
    SELECT DISTINCT deal_id, reported_at, CASE
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
    SELECT *, lag(status) OVER (PARTITION BY deal_id ORDER BY reported_at) AS status_before FROM moments
)
SELECT deal_id, status, status_before, reported_at AS reported_from,
    lead(reported_at) OVER (PARTITION BY deal_id ORDER BY reported_at) AS reported_until
FROM changed
WHERE status IS DISTINCT FROM status_before
