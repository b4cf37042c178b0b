-- purpose: the reading of a content that counts: by the extractor version adopted last among those that read it
-- grain: one content of an article that an adopted version has read
-- key: article_id, content_sha256; also position
CREATE TEMP TABLE core_content_readings AS
WITH counting AS (
    SELECT arg_min(r.position, (a.preference, -r.position)) AS position
    FROM stg_readings AS r
    JOIN stg_adoptions AS a USING (extractor, extractor_version, config_hash)
    GROUP BY r.article_id, r.content_sha256
)
SELECT position, r.article_id, r.content_sha256, r.published_at, r.published_precision,
    r.outcome IN ('claims', 'none') AS has_text
FROM counting
JOIN stg_readings AS r USING (position)
