-- purpose: who invests in each round; a sum of its own is part of the round and is added to no total
-- grain: one investor of one round
-- key: deal_id, organization_id
-- Status is the surer one of the investor's own sum and of the round; an own sum that was denied or called off is so.
CREATE TABLE round_investors AS
WITH statuses AS (
    SELECT ['cancelled', 'denied', 'rumoured', 'disputed', 'reported', 'announced', 'completed'] AS rising
),
members AS (
    SELECT p.deal, p.organization_id, min(p.name) AS investor, bool_or(p.role = 'lead') AS is_lead,
        min(p.first_reported_at) AS first_reported_at, max(p.origins) AS origins
    FROM core_deal_parties AS p
    WHERE p.role IN ('investor', 'lead')
    GROUP BY p.deal, p.organization_id
),
own AS (
    SELECT r.related_deal_id AS deal_id, p.organization_id, min(r.deal_id) AS investment_deal_id
    FROM resolved_relations AS r
    JOIN core_deals AS i ON i.deal_id = r.deal_id AND i.kind = 'investment'
    JOIN core_deal_parties AS p ON p.deal = i.deal AND p.role = 'investor'
    WHERE r.relation = 'part_of'
    GROUP BY r.related_deal_id, p.organization_id
)
SELECT d.deal_id, m.organization_id, m.investor, d.main_party AS recipient, d.main_party_id AS recipient_id, m.is_lead,
    o.investment_deal_id, i.amount_low, i.amount_high, i.amount_bound, i.amount_currency,
    i.amount_low_usd, i.amount_high_usd,
    CASE WHEN i.status IN ('denied', 'cancelled') OR list_position(r.rising, i.status) > list_position(r.rising, d.status)
        THEN i.status ELSE d.status END AS status, m.first_reported_at, m.origins
FROM members AS m
JOIN core_deals AS d ON d.deal = m.deal AND d.kind = 'funding_round'
LEFT JOIN own AS o ON o.deal_id = d.deal_id AND o.organization_id = m.organization_id
LEFT JOIN core_sheets AS i ON i.deal_id = o.investment_deal_id
CROSS JOIN statuses AS r
ORDER BY d.deal_id, m.organization_id
