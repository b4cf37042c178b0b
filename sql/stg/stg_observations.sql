-- purpose: articles as they were served: which bytes, where, when
-- grain: one observation (a content of an article on a day)
-- key: position
CREATE TEMP TABLE stg_observations AS
WITH read AS (
    SELECT position, recorded_at, occurred_at, event_id,
        json_extract_string(payload, ['$.article_id', '$.content_sha256', '$.source', '$.url']) AS f
    FROM log_events
    WHERE type = 'ArticleObserved' AND voided_by IS NULL
)
SELECT position, recorded_at, event_id, occurred_at AS seen_at,
    f[1] AS article_id, f[2] AS content_sha256, f[3] AS source, f[4] AS url
FROM read
