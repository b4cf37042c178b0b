-- purpose: deals that do not stand in exactly one table of their kind
-- grain: one deal
-- key: deal_id
-- severity: fail
WITH told AS (
    SELECT deal_id, 'funding_round' AS kind FROM funding_rounds
    UNION ALL SELECT deal_id, 'investment' FROM investments
    UNION ALL SELECT deal_id, 'acquisition' FROM acquisitions
    UNION ALL SELECT deal_id, 'capacity' FROM compute_capacity
    UNION ALL SELECT deal_id, 'guarantee' FROM guarantees
    UNION ALL SELECT deal_id, 'capex' FROM capex_plans
    UNION ALL SELECT deal_id, 'partnership' FROM partnerships
    UNION ALL SELECT DISTINCT deal_id, 'denial' FROM denials WHERE denied_kind = 'denial'
)
SELECT deal_id, any_value(d.kind) AS kind, count(t.kind) AS tables
FROM deals AS d
LEFT JOIN told AS t USING (deal_id)
GROUP BY deal_id
HAVING count(t.kind) <> 1 OR any_value(d.kind) <> any_value(t.kind)
