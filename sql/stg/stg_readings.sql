-- purpose: what an extractor version read in a content, without the claims
-- grain: one ArticleExtracted event
-- key: position
CREATE TEMP TABLE stg_readings AS
WITH read AS (
    SELECT position, recorded_at, event_id,
        json_extract_string(payload, [
            '$.article_id', '$.content_sha256', '$.text_sha256', '$.extractor', '$.extractor_version', '$.config_hash',
            '$.outcome', '$.title', '$.lang', '$.published_at', '$.published_precision', '$.canonical_url',
            '$.cites', '$.sketch'
        ]) AS f
    FROM log_events
    WHERE type = 'ArticleExtracted' AND voided_by IS NULL
)
SELECT position, recorded_at, event_id,
    f[1] AS article_id, f[2] AS content_sha256, f[3] AS text_sha256,
    f[4] AS extractor, f[5] AS extractor_version, f[6] AS config_hash,
    f[7] AS outcome, f[8] AS title, f[9] AS lang,
    CAST(CAST(f[10] AS TIMESTAMPTZ) AS TIMESTAMP) AS published_at,
    f[11] AS published_precision, f[12] AS canonical_url,
    from_json(f[13], '["VARCHAR"]') AS cites, from_json(f[14], '["UBIGINT"]') AS sketch
FROM read
