-- purpose: what `dealtape run` ends with: the deals that were reported last
-- grain: one deal
-- key: deal_id
WITH others AS (
    SELECT p.deal_id, p.name, max(p.origins) AS origins
    FROM deal_parties AS p
    JOIN deals AS d USING (deal_id)
    WHERE p.organization_id IS DISTINCT FROM d.main_party_id AND p.role <> 'speaker'
    GROUP BY p.deal_id, p.name
),
counterparties AS (
    SELECT deal_id, list(name ORDER BY origins DESC, name) AS counterparties FROM others GROUP BY deal_id
)
SELECT d.kind, d.main_party, o.counterparties, d.status, d.amount_bound, d.amount_low, d.amount_high, d.amount_currency,
    c.power_bound, c.power_low_mw, c.power_high_mw, CAST(d.first_reported_at AS DATE) AS reported, d.origins, d.deal_id
FROM deals AS d
LEFT JOIN counterparties AS o USING (deal_id)
LEFT JOIN compute_capacity AS c USING (deal_id)
ORDER BY d.last_reported_at DESC, d.deal_id
LIMIT 50
