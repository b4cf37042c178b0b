-- purpose: extractor versions that were adopted, the one that counts first
-- grain: one adopted extractor version
-- key: extractor, extractor_version, config_hash
CREATE TEMP TABLE stg_adoptions AS
WITH adopted AS (
    SELECT position,
        payload ->> '$.extractor' AS extractor,
        payload ->> '$.extractor_version' AS extractor_version,
        payload ->> '$.config_hash' AS config_hash
    FROM log_events
    WHERE type = 'ExtractorAdopted' AND voided_by IS NULL
),
last_time AS (
    SELECT extractor, extractor_version, config_hash, max(position) AS adopted_at
    FROM adopted
    GROUP BY ALL
)
SELECT extractor, extractor_version, config_hash, row_number() OVER (ORDER BY adopted_at DESC) AS preference
FROM last_time
