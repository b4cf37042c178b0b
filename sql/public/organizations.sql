-- purpose: organisations and people that claims name, or that one of these belongs to, with their parents and groups
-- grain: one organisation
-- key: organization_id
CREATE TABLE organizations AS
WITH counted AS (
    SELECT organization, count(DISTINCT deal) AS deals, min(first_reported_at) AS first_reported_at
    FROM core_deal_parties
    GROUP BY organization
)
SELECT o.organization_id, o.name, o.kind, o.parent_id, o.relation, o.relation_from,
    o.group_id, o.group_name, coalesce(c.deals, 0) AS deals, c.first_reported_at
FROM core_organizations AS o
LEFT JOIN counted AS c USING (organization)
ORDER BY o.organization
