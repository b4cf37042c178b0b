-- purpose: the gate's results, rule by rule
-- grain: one rule on one validated batch
-- key: position, suite, rule
CREATE TEMP TABLE stg_batch_results AS
WITH results AS (
    SELECT position, batch_id, outcome, recorded_at, unnest(json_extract(payload, '$.results[*]')) AS result
    FROM stg_batches
)
SELECT position, batch_id, outcome, recorded_at,
    result ->> '$.suite' AS suite,
    result ->> '$.rule' AS rule,
    result ->> '$.severity' AS severity,
    CAST(result ->> '$.checked' AS INTEGER) AS checked,
    CAST(result ->> '$.failed' AS INTEGER) AS failed,
    CAST(result ->> '$.success' AS BOOLEAN) AS success
FROM results
