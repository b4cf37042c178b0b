-- purpose: the articles of each validated batch
-- grain: one content of an article in one BatchValidated event
-- key: position, article_id, content_sha256
CREATE TEMP TABLE stg_batch_articles AS
WITH listed AS (
    SELECT position, batch_id, outcome, recorded_at, unnest(json_extract(payload, '$.articles[*]')) AS article
    FROM stg_batches
)
SELECT position, batch_id, outcome, recorded_at, article ->> 0 AS article_id, article ->> 1 AS content_sha256
FROM listed
