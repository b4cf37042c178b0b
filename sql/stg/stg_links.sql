-- purpose: what people said of two deals or two organisations
-- grain: one LinkDecided event
-- key: commit, row
CREATE TEMP TABLE stg_links AS
SELECT commit, row, recorded_at, occurred_at, event_id, actor,
    payload ->> '$.subject' AS subject,
    payload ->> '$.a' AS a,
    payload ->> '$.b' AS b,
    payload ->> '$.verdict' AS verdict,
    payload ->> '$.reason' AS reason
FROM log_events
WHERE type = 'LinkDecided' AND voided_by IS NULL
