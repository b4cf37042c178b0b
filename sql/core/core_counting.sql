-- purpose: whether a deal's sum, and its capacity, counts in totals, and which deal counts it otherwise
-- grain: one deal
-- key: deal
-- Not counted: what was denied or cancelled; the sum of a part or tranche of a standing deal with a sum, the power of a
-- part of one with a power. Of several contracts over one capacity (tenant's, landlord's, supplier's view) each is a
-- payment of its own, but the capacity counts once: for who uses it, so not where the customer passes it on as provider
-- of another of them; else that of the least id counts.
CREATE TEMP TABLE core_counting AS
WITH standing AS (
    SELECT d.deal_id, d.deal, coalesce(t.amount_low, t.amount_high) IS NOT NULL AS has_amount,
        coalesce(t.power_low_mw, t.power_high_mw) IS NOT NULL AS has_power
    FROM core_deals AS d
    LEFT JOIN core_terms AS t USING (deal)
    WHERE d.status NOT IN ('denied', 'cancelled')
),
part AS (
    SELECT r.deal_id, min(r.related_deal_id) FILTER (s.has_amount) AS counted_in,
        min(r.related_deal_id) FILTER (s.has_power) AS power_counted_in
    FROM resolved_relations AS r
    JOIN standing AS s ON s.deal_id = r.related_deal_id
    WHERE r.relation IN ('part_of', 'tranche_of')
    GROUP BY r.deal_id
),
shared AS (
    SELECT deal_id, related_deal_id AS other_id FROM resolved_relations WHERE relation = 'same_capacity_as'
    UNION ALL
    SELECT related_deal_id, deal_id FROM resolved_relations WHERE relation = 'same_capacity_as'
),
passed_on AS (
    SELECT DISTINCT s.deal_id
    FROM shared AS s
    JOIN standing AS a ON a.deal_id = s.deal_id
    JOIN standing AS b ON b.deal_id = s.other_id
    JOIN core_heads AS c ON c.deal = a.deal AND c.role = 'customer'
    JOIN core_heads AS p ON p.deal = b.deal AND p.role = 'provider' AND p.organization_id = c.organization_id
),
seen_twice AS (
    SELECT s.deal_id, min_by(s.other_id, (y.deal_id IS NOT NULL, s.other_id)) AS counted_in
    FROM shared AS s
    JOIN standing AS o ON o.deal_id = s.other_id
    LEFT JOIN passed_on AS x ON x.deal_id = s.deal_id
    LEFT JOIN passed_on AS y ON y.deal_id = s.other_id
    WHERE (y.deal_id IS NOT NULL, s.other_id) < (x.deal_id IS NOT NULL, s.deal_id)
    GROUP BY s.deal_id
)
SELECT d.deal, p.counted_in, d.status NOT IN ('denied', 'cancelled') AND p.counted_in IS NULL AS counts_in_total,
    coalesce(p.power_counted_in, t.counted_in) AS capacity_counted_in,
    d.status NOT IN ('denied', 'cancelled') AND p.power_counted_in IS NULL AND t.deal_id IS NULL AS capacity_counts
FROM core_deals AS d
LEFT JOIN part AS p ON p.deal_id = d.deal_id
LEFT JOIN seen_twice AS t ON t.deal_id = d.deal_id
