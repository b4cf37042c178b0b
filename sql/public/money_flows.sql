-- purpose: money from whom to whom, deal by deal, so that loops are joins and totals are sums
-- grain: one payer of one deal; the row without a payer carries the sum of a deal with several or none named
-- key: flow_id
-- Each deal has at most one row with a sum. Who leads a round leads others, so that no round with a lead has one payer,
-- though it may be the only one named. counts_in_total is true on it unless the deal was denied or cancelled or is
-- part of another deal that counts. Groups are those of `organizations`: what pays a subsidiary pays its owner.
-- Guarantees are obligations and capex is spending, so sum by nature, never across.
CREATE TABLE money_flows AS
WITH led AS (
    SELECT DISTINCT deal FROM core_deal_parties WHERE role = 'lead'
),
payers AS (
    SELECT k.deal, p.organization_id, p.name, count(*) OVER (PARTITION BY k.deal) = 1 AND l.deal IS NULL AS pays_all
    FROM core_kinds AS k
    JOIN core_deal_parties AS p ON p.deal = k.deal AND p.role = CASE k.kind
        WHEN 'funding_round' THEN 'investor' WHEN 'investment' THEN 'investor' WHEN 'acquisition' THEN 'acquirer'
        WHEN 'capacity' THEN 'customer' WHEN 'guarantee' THEN 'guarantor' WHEN 'capex' THEN 'owner' END
    LEFT JOIN led AS l ON l.deal = k.deal
),
own_sums AS (
    SELECT w.deal, p.organization_id
    FROM resolved_relations AS r
    JOIN base.core_deal_numbers AS w ON w.deal_id = r.related_deal_id
    JOIN base.core_deal_numbers AS i ON i.deal_id = r.deal_id
    JOIN core_deal_parties AS p ON p.deal = i.deal AND p.role = 'investor'
    WHERE r.relation = 'part_of'
),
flows AS (
    SELECT y.deal, y.organization_id AS payer_id, y.name AS payer, y.pays_all AS has_sum
    FROM payers AS y
    ANTI JOIN own_sums AS o ON NOT y.pays_all AND o.deal = y.deal AND o.organization_id = y.organization_id
    UNION ALL
    SELECT deal, NULL, NULL, true
    FROM core_kinds
    WHERE kind NOT IN ('partnership', 'denial') AND deal NOT IN (SELECT deal FROM payers WHERE pays_all)
)
SELECT d.deal_id || coalesce('/' || f.payer_id, '') AS flow_id, d.deal_id, d.kind,
    CASE d.kind
        WHEN 'acquisition' THEN 'purchase' WHEN 'capacity' THEN 'compute' WHEN 'guarantee' THEN 'guarantee'
        WHEN 'capex' THEN 'capex' ELSE 'capital' END AS nature,
    f.payer, f.payer_id, p.name AS payee, p.organization_id AS payee_id,
    x.group_name AS payer_group, x.group_id AS payer_group_id, y.group_name AS payee_group,
    y.group_id AS payee_group_id, d.status, d.occurred_on, d.first_reported_at,
    CASE WHEN f.has_sum THEN d.amount_low_usd END AS low_usd,
    CASE WHEN f.has_sum THEN d.amount_high_usd END AS high_usd,
    CASE WHEN f.has_sum THEN d.amount_bound END AS bound,
    f.has_sum AND d.counts_in_total AS counts_in_total, d.counted_in
FROM flows AS f
JOIN core_sheets AS d USING (deal)
LEFT JOIN core_heads AS p ON p.deal = f.deal AND p.role = CASE d.kind
    WHEN 'funding_round' THEN 'recipient' WHEN 'investment' THEN 'recipient' WHEN 'acquisition' THEN 'target'
    WHEN 'capacity' THEN 'provider' WHEN 'guarantee' THEN 'beneficiary' END
LEFT JOIN core_organizations AS x ON x.organization_id = f.payer_id
LEFT JOIN core_organizations AS y ON y.organization_id = p.organization_id
ORDER BY flow_id
