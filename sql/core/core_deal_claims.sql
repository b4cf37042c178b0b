-- purpose: active claims in their deals, each with its weight in what is believed
-- grain: one active claim
-- key: claim; also claim_key, weight
-- sureness: completed (5), announced, reported, rumoured, cancelled (1), denied (0). strength: a person (200), a filing or
-- party's own word (100), then sureness. weight orders a deal's claims by strength, source tier, publication time, id
-- (place is that of the id among all). said_at is when the claim was made: an article that tells of an earlier report or
-- denial does not make it new, and a denial known by its day holds to its end.
CREATE TABLE base.core_deal_claims AS
WITH told AS (
    SELECT c.claim, c.claim_key, p.deal, p.place, c.position, o.origin, c.kind, c.tier, c.is_persons, c.reported_at,
        c.recorded_at, c.kind = 'denial' AS is_denial,
        CASE c.status
            WHEN 'completed' THEN 5 WHEN 'announced' THEN 4 WHEN 'reported' THEN 3 WHEN 'rumoured' THEN 2
            WHEN 'cancelled' THEN 1 ELSE 0 END AS sureness,
        CASE c.occurred_precision
            WHEN 'year' THEN date_trunc('year', c.occurred_on) + INTERVAL 1 YEAR
            WHEN 'month' THEN date_trunc('month', c.occurred_on) + INTERVAL 1 MONTH
            ELSE c.occurred_on + INTERVAL 1 DAY END - INTERVAL 1 MICROSECOND AS occurred_until,
        CASE
            WHEN c.status = 'denied' AND c.is_known_by_day
                AND c.reported_at = date_trunc('day', c.reported_at)
                THEN c.reported_at + INTERVAL 1 DAY - INTERVAL 1 MICROSECOND
            ELSE c.reported_at END AS reported_until
    FROM base.core_claims AS c
    JOIN resolved_placed AS p USING (claim)
    JOIN base.core_origins AS o ON o.position = c.position
    WHERE c.state = 'active'
),
weighed AS (
    SELECT * EXCLUDE (reported_until, occurred_until), least(reported_until, occurred_until) AS said_at,
        CASE WHEN is_persons THEN 200 ELSE 0 END + CASE WHEN tier = 1 THEN 100 ELSE 0 END + sureness AS strength
    FROM told
)
SELECT * EXCLUDE (place),
    deal * 10000000 + row_number() OVER (
        PARTITION BY deal ORDER BY strength, tier DESC, reported_at, place
    ) AS weight
FROM weighed
