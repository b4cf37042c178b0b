-- purpose: the reference data that holds: sources, organisations, thresholds
-- grain: one kind of policy
-- key: kind
CREATE TEMP TABLE stg_policies AS
SELECT payload ->> '$.kind' AS kind, arg_max(payload ->> '$.body', position) AS body
FROM log_events
WHERE type = 'PolicyAdopted' AND voided_by IS NULL
GROUP BY payload ->> '$.kind'
