-- purpose: when an article read more than once first made a claim with the same content: to the public and on the log
-- grain: one claim of one content, as read
-- key: claim_key, fingerprint
CREATE TEMP TABLE core_first_told AS
WITH again AS (
    SELECT article_id FROM stg_readings GROUP BY article_id HAVING count(*) > 1
)
SELECT c.claim_key, c.fingerprint, min(o.public_at) AS public_at, min(c.recorded_at) AS recorded_at,
    min(min(c.position)) OVER (PARTITION BY c.claim_key) AS first_position
FROM stg_readings AS r
JOIN again USING (article_id)
JOIN stg_claims AS c ON c.position = r.position
LEFT JOIN core_contents AS o ON o.article_id = r.article_id AND o.content_sha256 = r.content_sha256
GROUP BY c.claim_key, c.fingerprint
