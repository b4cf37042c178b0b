-- purpose: where in the stored texts the passages lie that claims rest on
-- grain: one passage of one claim
-- key: claim_key, passage
SELECT claim_key, text_sha256, start_at, end_at
FROM claim_evidence
WHERE claim_key IN (SELECT unnest($claims))
ORDER BY claim_key, passage
