-- purpose: the organisation behind each name as written, by number
-- grain: one name
-- key: name
CREATE TEMP TABLE core_names AS
SELECT r.name, o.organization FROM resolved_organizations AS r JOIN core_organizations AS o USING (organization_id)
