-- purpose: the reading of a content that counts: by the extractor version adopted last among those that read it
-- grain: one content of an article that an adopted version has read
-- key: article_id, content_sha256
CREATE TEMP TABLE core_content_readings AS
SELECT * EXCLUDE (preference, nth)
FROM (
    SELECT r.*, a.preference, row_number() OVER (
        PARTITION BY article_id, content_sha256 ORDER BY preference, position DESC
    ) AS nth
    FROM stg_readings AS r
    JOIN stg_adoptions AS a USING (extractor, extractor_version, config_hash)
)
WHERE nth = 1
