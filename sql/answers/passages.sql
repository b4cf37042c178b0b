-- purpose: where in the stored texts the passages lie that claims rest on
-- grain: one passage of one claim
-- key: claim_key, passage
SELECT claim_key, c.text_sha256, e.start_at, e.end_at
FROM claim_evidence AS e
JOIN claims AS c USING (claim_key)
WHERE claim_key IN (SELECT unnest($claims))
ORDER BY claim_key, e.passage
