-- purpose: organisations by id, numbered
-- grain: one organisation
-- key: organization_id; also organization
CREATE TEMP TABLE core_organizations AS
WITH known AS (
    SELECT DISTINCT ON (organization_id) organization_id, canonical_name AS name, kind, parent_id, relation,
        relation_from, group_id, group_name
    FROM resolved_organizations
    ORDER BY organization_id, name
)
SELECT *, CAST(row_number() OVER (ORDER BY organization_id) AS INTEGER) AS organization FROM known
