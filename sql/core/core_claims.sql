-- purpose: claims of the readings that count, each with what it says, its state and its times; stays, under the view claims
-- grain: one claim
-- key: claim; also claim_key
-- State: withdrawn (with its article), rejected (by a person), quarantined (by the gate, and no person has let it in),
-- active. A person's replacement, or a person's choice of a claim that the gate had let through, is the person's word.
CREATE TABLE base.core_claims AS
WITH kept_back AS (
    SELECT DISTINCT article_id, content_sha256, extractor, extractor_version, config_hash, claim_key FROM stg_rejected
)
SELECT c.* EXCLUDE (read_as), a.tier, a.published_precision <> 'second' AS is_known_by_day,
    coalesce(f.public_at, a.public_at) AS reported_at, coalesce(f.recorded_at, a.recorded_at) AS recorded_at,
    v.verdict AS review, v.actor AS reviewer,
    coalesce(v.verdict = 'replace' OR (v.verdict = 'accept' AND k.claim_key IS NULL), false) AS is_persons,
    CASE
        WHEN a.is_withdrawn THEN 'withdrawn'
        WHEN v.verdict = 'reject' THEN 'rejected'
        WHEN k.claim_key IS NOT NULL AND v.verdict IS NULL THEN 'quarantined'
        ELSE 'active' END AS state,
    coalesce(c.occurred_on, CAST(a.public_at AS DATE)) AS priced_on,
    CASE WHEN c.occurred_on IS NULL THEN 'day' ELSE coalesce(c.occurred_precision, 'day') END AS priced_precision
FROM stg_claims AS c
JOIN base.core_articles AS a USING (position)
LEFT JOIN core_first_told AS f USING (claim)
LEFT JOIN stg_verdicts AS v ON v.claim_key = c.claim_key
LEFT JOIN kept_back AS k
    ON k.claim_key = c.claim_key AND k.article_id = a.article_id AND k.content_sha256 = a.content_sha256
    AND k.extractor = a.extractor AND k.extractor_version = a.extractor_version AND k.config_hash = a.config_hash
WHERE NOT a.is_erased_with_claims
