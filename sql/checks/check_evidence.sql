-- purpose: claims that count and name no passage of their article
-- grain: one claim
-- key: claim_key
-- severity: warn
SELECT claim_key, article_id FROM claims WHERE state = 'active' AND evidence_end IS NULL
