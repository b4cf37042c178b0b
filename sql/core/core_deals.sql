-- purpose: deals with what is believed of them beside figures
-- grain: one deal
-- key: deal_id; also deal
-- A deal goes by the party that a person or filing names, else by the one that most origins name.
CREATE TEMP TABLE core_deals AS
WITH folded AS (
    SELECT deal, min(reported_at) AS first_reported_at, max(reported_at) AS last_reported_at,
        min(CASE WHEN sureness >= 4 AND NOT is_denial THEN reported_at END) AS confirmed_at,
        min(recorded_at) AS first_recorded_at, max(recorded_at) AS last_recorded_at,
        count(*) AS claims, count(DISTINCT position) AS articles, count(DISTINCT origin) AS origins
    FROM base.core_deal_claims
    GROUP BY deal
),
described AS (
    SELECT d.deal,
        arg_max(c.stage, d.weight) FILTER (c.stage IS NOT NULL) AS stage,
        arg_max(c.instrument, d.weight) FILTER (c.instrument IS NOT NULL) AS instrument,
        arg_max(c.site, d.weight) FILTER (c.site IS NOT NULL) AS site,
        arg_max(c.chip_model, d.weight) FILTER (c.chip_model IS NOT NULL) AS chip_model,
        arg_max(c.term_years, d.weight) FILTER (c.term_years IS NOT NULL) AS term_years,
        arg_max(c.occurred_on, d.weight) FILTER (c.occurred_on IS NOT NULL) AS occurred_on,
        arg_max(c.occurred_precision, d.weight) FILTER (c.occurred_on IS NOT NULL) AS occurred_precision
    FROM base.core_claims AS c
    JOIN base.core_deal_claims AS d USING (claim)
    WHERE coalesce(c.stage, c.instrument, c.site, c.chip_model) IS NOT NULL OR c.term_years IS NOT NULL
        OR c.occurred_on IS NOT NULL
    GROUP BY d.deal
),
main AS (
    SELECT k.deal,
        arg_max(
            p.organization,
            (p.role NOT IN ('provider', 'speaker'), p.strength // 100, p.origins, p.weight, p.organization)
        ) AS organization
    FROM core_kinds AS k
    JOIN core_deal_parties AS p ON p.deal = k.deal AND p.role = ANY (CASE k.kind
        WHEN 'acquisition' THEN ['target']
        WHEN 'capacity' THEN ['customer', 'provider']
        WHEN 'guarantee' THEN ['beneficiary']
        WHEN 'capex' THEN ['owner']
        WHEN 'partnership' THEN ['partner']
        WHEN 'denial' THEN ['recipient', 'speaker']
        ELSE ['recipient'] END)
    GROUP BY k.deal
)
SELECT n.deal_id, f.*, d.* EXCLUDE (deal), k.kind, o.organization_id AS main_party_id, o.name AS main_party, s.status
FROM folded AS f
JOIN base.core_deal_numbers AS n USING (deal)
JOIN core_kinds AS k USING (deal)
JOIN core_status_history AS s ON s.deal = f.deal AND s.reported_until IS NULL
LEFT JOIN described AS d ON d.deal = f.deal
LEFT JOIN main AS m ON m.deal = f.deal
LEFT JOIN core_organizations AS o ON o.organization = m.organization
