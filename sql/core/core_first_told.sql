-- purpose: when an article read more than once first made a claim with the same content: to the public and on the log
-- grain: one claim of one reading of such an article
-- key: claim
-- Readings of an extractor that was never adopted tell nothing.
CREATE TEMP TABLE core_first_told AS
WITH again AS (
    SELECT article_id FROM stg_readings GROUP BY article_id HAVING count(*) > 1
),
told AS (
    SELECT c.claim, c.claim_key, c.position, r.recorded_at, o.public_at,
        hash(*COLUMNS(c.* EXCLUDE (claim, position, claim_key, ordinal, evidence, read_as))) AS content
    FROM stg_readings AS r
    JOIN stg_adoptions USING (extractor, extractor_version, config_hash)
    JOIN again USING (article_id)
    JOIN stg_claims AS c ON c.position = r.position
    LEFT JOIN core_contents AS o ON o.article_id = r.article_id AND o.content_sha256 = r.content_sha256
)
SELECT claim, min(public_at) OVER alike AS public_at, min(recorded_at) OVER alike AS recorded_at,
    min(position) OVER (PARTITION BY claim_key) AS first_position
FROM told
WINDOW alike AS (PARTITION BY claim_key, content)
