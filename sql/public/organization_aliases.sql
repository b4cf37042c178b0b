-- purpose: the names under which organisations were written, and the rule that resolved each
-- grain: one name as written
-- key: name
CREATE TABLE organization_aliases AS
SELECT name, organization_id, canonical_name, rule
FROM resolved_organizations
ORDER BY name
