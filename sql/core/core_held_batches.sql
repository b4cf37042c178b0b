-- purpose: batches that the gate holds, with articles that nothing has read since and nobody had erased
-- grain: one batch
-- key: batch_id
CREATE TEMP TABLE core_held_batches AS
WITH held AS (
    SELECT batch_id, min(recorded_at) AS recorded_at, max(claims) AS claims, max(rejected) AS rejected
    FROM stg_batches
    GROUP BY batch_id
    HAVING bool_and(outcome = 'held')
)
SELECT h.*
FROM held AS h
SEMI JOIN (
    SELECT a.batch_id
    FROM stg_batch_articles AS a
    ANTI JOIN stg_readings AS r
        ON r.article_id = a.article_id AND r.content_sha256 = a.content_sha256 AND r.position > a.position
    ANTI JOIN stg_erasures AS e ON e.article_id = a.article_id
) AS u USING (batch_id)
