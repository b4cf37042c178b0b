-- purpose: money that comes back: groups that pay one another, directly or through one other
-- grain: one loop of two or three groups
-- key: loop_id
-- Guarantees count as money that may flow; an investor's part of a round counts unless the whole round is its own.
-- weakest says how sure the least certain link of the loop is; low_usd is null where the sum of a link is not known.
CREATE TABLE mart_money_loops AS
WITH edges AS (
    SELECT m.payer_group_id AS a, m.payee_group_id AS b, any_value(m.payer_group) AS payer,
        any_value(m.payee_group) AS payee,
        max(CASE m.status WHEN 'completed' THEN 4 WHEN 'announced' THEN 3 WHEN 'reported' THEN 2 ELSE 1 END) AS certainty,
        CAST(sum(m.low_usd) AS DECIMAL(18, 2)) AS low_usd
    FROM money_flows AS m
    ANTI JOIN money_flows AS w
        ON w.deal_id = m.counted_in AND w.payer_group_id = m.payer_group_id AND w.bound IS NOT NULL
    WHERE m.payer_group_id <> m.payee_group_id AND m.status NOT IN ('denied', 'cancelled')
    GROUP BY m.payer_group_id, m.payee_group_id
),
returned AS (
    SELECT e.* FROM edges AS e
    WHERE e.a IN (SELECT b FROM edges) AND e.b IN (SELECT a FROM edges)
),
loops AS (
    SELECT concat_ws('/', x.a, y.a) AS loop_id, concat_ws(' > ', x.payer, y.payer, x.payer) AS loop,
        2 AS organizations, least(x.certainty, y.certainty) AS weakest,
        CASE WHEN x.low_usd + y.low_usd IS NOT NULL THEN least(x.low_usd, y.low_usd) END AS low_usd
    FROM returned AS x
    JOIN returned AS y ON y.a = x.b AND y.b = x.a
    WHERE x.a < x.b
    UNION ALL
    SELECT concat_ws('/', x.a, y.a, z.a), concat_ws(' > ', x.payer, y.payer, z.payer, x.payer), 3,
        least(x.certainty, y.certainty, z.certainty),
        CASE WHEN x.low_usd + y.low_usd + z.low_usd IS NOT NULL THEN least(x.low_usd, y.low_usd, z.low_usd) END
    FROM returned AS x
    JOIN returned AS y ON y.a = x.b AND y.b > x.a AND y.b <> x.b
    JOIN returned AS z ON z.a = y.b AND z.b = x.a
    WHERE x.a < x.b
)
SELECT loop_id, loop, CAST(organizations AS INTEGER) AS organizations,
    CASE weakest WHEN 4 THEN 'completed' WHEN 3 THEN 'announced' WHEN 2 THEN 'reported' ELSE 'rumoured' END AS weakest,
    low_usd
FROM loops
ORDER BY loop_id
