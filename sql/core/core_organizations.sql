-- purpose: organisations by id, numbered: those that claims name, and those that these belong to
-- grain: one organisation
-- key: organization_id; also organization
CREATE TEMP TABLE core_organizations AS
WITH known AS (
    SELECT DISTINCT ON (organization_id) organization_id, canonical_name AS name, kind, parent_id, relation,
        relation_from, group_id, group_name
    FROM resolved_organizations
    ORDER BY organization_id, name
),
owners AS (
    SELECT organization_id, canonical_name, kind, parent_id, relation, relation_from, group_id, group_name
    FROM resolved_owners
),
listed AS (
    FROM known UNION ALL FROM owners
)
SELECT *, CAST(row_number() OVER (ORDER BY organization_id) AS INTEGER) AS organization FROM listed
