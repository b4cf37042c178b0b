-- purpose: the log: what was observed or decided, when and by whom; payloads stay in the log
-- grain: one event
-- key: event_id
-- In the order of the log, in which its rows come.
CREATE TABLE events AS
SELECT event_id, commit, row, recorded_at, occurred_at, type, schema_version, stream, actor, causation_id,
    correlation_id, voided_by
FROM log_events
