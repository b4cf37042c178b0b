-- purpose: deals with what is believed of them beside figures and status
-- grain: one deal
-- key: deal_id
CREATE TEMP TABLE core_deals AS
WITH folded AS (
    SELECT deal_id,
        arg_max(stage, weight) FILTER (stage IS NOT NULL) AS stage,
        arg_max(instrument, weight) FILTER (instrument IS NOT NULL) AS instrument,
        arg_max(site, weight) FILTER (site IS NOT NULL) AS site,
        arg_max(chip_model, weight) FILTER (chip_model IS NOT NULL) AS chip_model,
        arg_max(term_years, weight) FILTER (term_years IS NOT NULL) AS term_years,
        arg_max((occurred_on, occurred_precision), weight) FILTER (occurred_on IS NOT NULL) AS occurred,
        min(reported_at) AS first_reported_at, max(reported_at) AS last_reported_at,
        min(CASE WHEN sureness >= 4 AND NOT is_denial THEN reported_at END) AS confirmed_at,
        min(recorded_at) AS first_recorded_at, max(recorded_at) AS last_recorded_at,
        count(*) AS claims, count(DISTINCT article_id) AS articles, count(DISTINCT origin_id) AS origins
    FROM core_deal_claims
    GROUP BY deal_id
),
mains AS (
    SELECT k.deal_id, k.kind, arg_max((p.organization_id, p.name), (
        CASE k.kind || ' ' || p.role
            WHEN 'capacity provider' THEN 0 WHEN 'denial speaker' THEN 0 ELSE 1 END, p.weight, p.organization_id
    )) AS main
    FROM core_kinds AS k
    JOIN core_deal_parties AS p ON p.deal_id = k.deal_id AND p.role = ANY (CASE k.kind
        WHEN 'acquisition' THEN ['target']
        WHEN 'capacity' THEN ['customer', 'provider']
        WHEN 'guarantee' THEN ['beneficiary']
        WHEN 'capex' THEN ['owner']
        WHEN 'partnership' THEN ['partner']
        WHEN 'denial' THEN ['recipient', 'speaker']
        ELSE ['recipient'] END)
    GROUP BY k.deal_id, k.kind
)
SELECT f.* EXCLUDE (occurred), f.occurred[1] AS occurred_on, f.occurred[2] AS occurred_precision,
    k.kind, m.main[1] AS main_party_id, m.main[2] AS main_party, s.status
FROM folded AS f
JOIN core_kinds AS k USING (deal_id)
LEFT JOIN mains AS m USING (deal_id)
JOIN core_status_history AS s ON s.deal_id = f.deal_id AND s.reported_until IS NULL
