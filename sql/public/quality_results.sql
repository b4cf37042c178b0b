-- purpose: what the quality gate and the warehouse's own checks found
-- grain: one rule on one batch, or one check of this release
-- key: batch_id, outcome, suite, rule
CREATE TABLE quality_results AS
SELECT batch_id, outcome, suite, rule, severity, checked, failed, success, recorded_at
FROM stg_batch_results
ORDER BY batch_id, outcome, suite, rule
