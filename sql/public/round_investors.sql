-- purpose: who invests in each round; a sum of its own is part of the round and is added to no total
-- grain: one investor of one round
-- key: deal_id, organization_id
CREATE TABLE round_investors AS
WITH members AS (
    SELECT p.deal_id, p.organization_id, any_value(p.name) AS investor, bool_or(p.role = 'lead') AS is_lead,
        max(p.sureness) AS sureness, min(p.first_reported_at) AS first_reported_at, max(p.origins) AS origins
    FROM core_deal_parties AS p
    JOIN core_kinds AS k ON k.deal_id = p.deal_id AND k.kind = 'funding_round'
    WHERE p.role IN ('investor', 'lead')
    GROUP BY p.deal_id, p.organization_id
),
own AS (
    SELECT r.related_deal_id AS deal_id, p.organization_id, min(r.deal_id) AS investment_deal_id
    FROM resolved_relations AS r
    JOIN core_deal_parties AS p ON p.deal_id = r.deal_id AND p.role = 'investor'
    JOIN core_kinds AS k ON k.deal_id = r.deal_id AND k.kind = 'investment'
    WHERE r.relation = 'part_of'
    GROUP BY r.related_deal_id, p.organization_id
)
SELECT m.deal_id, m.organization_id, m.investor, d.main_party AS recipient, d.main_party_id AS recipient_id, m.is_lead,
    o.investment_deal_id, t.amount_low, t.amount_high, t.amount_bound, t.amount_currency,
    t.amount_low_usd, t.amount_high_usd, coalesce(i.status, d.status) AS status, m.first_reported_at, m.origins
FROM members AS m
JOIN core_deals AS d USING (deal_id)
LEFT JOIN own AS o ON o.deal_id = m.deal_id AND o.organization_id = m.organization_id
LEFT JOIN core_deals AS i ON i.deal_id = o.investment_deal_id
LEFT JOIN core_terms AS t ON t.deal_id = o.investment_deal_id
ORDER BY m.deal_id, m.organization_id
