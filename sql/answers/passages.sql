-- purpose: where in the stored texts the passages lie that claims rest on
-- grain: one claim with evidence whose article is not erased
-- key: claim_key
WITH asked AS MATERIALIZED (
    SELECT claim_key, position, evidence FROM base.core_claims WHERE claim_key IN (SELECT unnest($claims))
)
SELECT c.claim_key, a.text_sha256, c.evidence
FROM asked AS c
JOIN base.core_articles AS a USING (position)
WHERE NOT a.is_erased AND len(c.evidence) > 0
ORDER BY c.claim_key
