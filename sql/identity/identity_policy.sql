-- purpose: the organisations policy that holds, for resolving names
-- grain: the policy; no row before the first one
-- key: body
SELECT body FROM stg_policies WHERE kind = 'organizations'
