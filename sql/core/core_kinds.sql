-- purpose: what kind of deal each is
-- grain: one deal
-- key: deal
-- What most of its claims say; a guarantee goes before the capacity that it guarantees, since both tell one contract. A
-- deal known from its denial alone has the kind denial.
CREATE TEMP TABLE core_kinds AS
WITH told AS (
    SELECT deal, kind, count(*) AS claims, max(weight) AS weight
    FROM base.core_deal_claims
    GROUP BY deal, kind
)
SELECT deal, arg_max(kind, (kind <> 'denial', kind = 'guarantee', claims, weight)) AS kind
FROM told
GROUP BY deal
