-- purpose: what the gate said of batches; of two validations with one outcome the newest (thresholds may have changed)
-- grain: one outcome of one batch
-- key: batch_id, outcome
CREATE TEMP TABLE stg_batches AS
SELECT position, recorded_at, event_id, payload,
    payload ->> '$.batch_id' AS batch_id,
    payload ->> '$.outcome' AS outcome,
    CAST(payload ->> '$.claims' AS INTEGER) AS claims,
    CAST(payload ->> '$.rejected' AS INTEGER) AS rejected,
    payload ->> '$.extractor' AS extractor,
    payload ->> '$.extractor_version' AS extractor_version,
    payload ->> '$.config_hash' AS config_hash
FROM log_events
WHERE type = 'BatchValidated' AND voided_by IS NULL
QUALIFY row_number() OVER (PARTITION BY batch_id, outcome ORDER BY position DESC) = 1
