-- purpose: the organisation that the heaviest claim names in each role of each deal
-- grain: one role in one deal
-- key: deal, role
CREATE TEMP TABLE core_heads AS
SELECT deal, role, arg_max(organization_id, (weight, organization)) AS organization_id,
    arg_max(name, (weight, organization)) AS name
FROM core_deal_parties
GROUP BY deal, role
