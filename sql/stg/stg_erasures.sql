-- purpose: contents whose text was removed on request
-- grain: one ContentErased event
-- key: commit, row
CREATE TEMP TABLE stg_erasures AS
SELECT commit, row, recorded_at, occurred_at, event_id, actor,
    payload ->> '$.article_id' AS article_id,
    payload ->> '$.content_sha256' AS content_sha256,
    payload ->> '$.scope' AS scope,
    payload ->> '$.reason' AS reason
FROM log_events
WHERE type = 'ContentErased' AND voided_by IS NULL
