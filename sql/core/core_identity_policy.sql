-- purpose: the organisations policy that holds, for resolving names
-- grain: the policy; no row before the first one
-- key: body
CREATE TEMP TABLE core_identity_policy AS
SELECT body FROM stg_policies WHERE kind = 'organizations'
