-- purpose: sources of articles that the policy does not declare, so that their tier is a guess
-- grain: one source
-- key: source
-- severity: warn
SELECT source, articles FROM sources WHERE NOT is_declared
