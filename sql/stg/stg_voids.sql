-- purpose: events that a person called a mistake
-- grain: one EventVoided event that holds
-- key: event_id
CREATE TEMP TABLE stg_voids AS
SELECT commit, row, recorded_at, occurred_at, event_id, actor,
    payload ->> '$.event_id' AS voided_event_id,
    payload ->> '$.reason' AS reason
FROM log_events
WHERE type = 'EventVoided' AND voided_by IS NULL
