-- purpose: what an extractor version read in a content, without the claims
-- grain: one ArticleExtracted event
-- key: commit, row
CREATE TEMP TABLE stg_readings AS
WITH read AS (
    SELECT commit, row, recorded_at, event_id, payload,
        json_extract_string(payload, [
            '$.article_id', '$.content_sha256', '$.text_sha256', '$.extractor', '$.extractor_version', '$.config_hash',
            '$.outcome', '$.title', '$.lang', '$.published_at', '$.published_precision', '$.canonical_url'
        ]) AS f
    FROM log_events
    WHERE type = 'ArticleExtracted' AND voided_by IS NULL
)
SELECT commit, row, recorded_at, event_id,
    f[1] AS article_id, f[2] AS content_sha256, f[3] AS text_sha256,
    f[4] AS extractor, f[5] AS extractor_version, f[6] AS config_hash,
    f[7] AS outcome, f[8] AS title, f[9] AS lang,
    CAST(CAST(f[10] AS TIMESTAMPTZ) AS TIMESTAMP) AS published_at,
    f[11] AS published_precision, f[12] AS canonical_url,
    json_extract_string(payload, '$.cites[*]') AS cites,
    CAST(json_extract_string(payload, '$.sketch[*]') AS UBIGINT[]) AS sketch
FROM read
