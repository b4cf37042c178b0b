-- purpose: claims that normalising or the gate kept back, the rules that they broke, and what became of them
-- grain: one claim of one reading
-- key: event_id, claim_key
CREATE TABLE quarantine AS
SELECT q.event_id, q.claim_key, q.article_id, a.source, a.url, q.rules, q.claim, q.batch_id, q.extractor_version,
    CASE
        WHEN v.verdict IS NOT NULL AND c.state IS DISTINCT FROM 'quarantined' THEN v.verdict
        WHEN c.state <> 'quarantined' THEN 'superseded'
        WHEN q.extractor = a.extractor AND q.extractor_version = a.extractor_version AND q.config_hash = a.config_hash
            AND q.content_sha256 = a.content_sha256 THEN 'waiting'
        ELSE 'superseded' END AS state,
    q.recorded_at, q.commit, q.row
FROM stg_rejected AS q
LEFT JOIN base.core_articles AS a USING (article_id)
LEFT JOIN base.core_claims AS c ON c.claim_key = q.claim_key
LEFT JOIN stg_verdicts AS v ON v.claim_key = q.claim_key
WHERE a.article_id IS NOT NULL AND NOT a.is_erased_with_claims
ORDER BY q.commit, q.row, q.claim_key
