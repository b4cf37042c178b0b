-- purpose: claims that count and name no passage of their article
-- grain: one claim
-- key: claim_key
-- severity: warn
SELECT c.claim_key, a.article_id
FROM base.core_claims AS c
JOIN base.core_articles AS a USING (position)
WHERE c.state = 'active' AND c.evidence[1].end IS NULL
