-- purpose: what kind of deal each is
-- grain: one deal
-- key: deal_id
-- What most of its claims say; a guarantee goes before the capacity that it guarantees, since both tell one contract. A
-- deal known from its denial alone has the kind denial.
CREATE TEMP TABLE core_kinds AS
WITH told AS (
    SELECT deal_id, kind, count(*) AS claims, max(weight) AS weight
    FROM core_deal_claims
    GROUP BY deal_id, kind
),
ranked AS (
    SELECT deal_id, kind, row_number() OVER (
        PARTITION BY deal_id ORDER BY kind = 'denial', kind <> 'guarantee', claims DESC, weight DESC
    ) AS nth
    FROM told
)
SELECT deal_id, kind FROM ranked WHERE nth = 1
