-- purpose: articles that their publisher removed
-- grain: one answer of the publisher's server on a day
-- key: position
CREATE TEMP TABLE stg_gone AS
SELECT position, recorded_at, occurred_at AS gone_at,
    payload ->> '$.article_id' AS article_id,
    CAST(payload ->> '$.status' AS INTEGER) AS http_status
FROM log_events
WHERE type = 'ArticleGone' AND voided_by IS NULL
