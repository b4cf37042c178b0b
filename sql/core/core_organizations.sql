-- purpose: organisations by id
-- grain: one organisation
-- key: organization_id
CREATE TEMP TABLE core_organizations AS
SELECT DISTINCT ON (organization_id) organization_id, canonical_name AS name, kind, parent_id, relation, relation_from
FROM resolved_organizations
ORDER BY organization_id, name
