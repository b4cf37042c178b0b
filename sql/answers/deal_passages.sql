-- purpose: where in the stored texts the passages lie that a deal's claims rest on
-- grain: one passage of one claim
-- key: claim_key, passage
SELECT e.claim_key, e.text_sha256, e.start_at, e.end_at
FROM claim_evidence AS e
JOIN claims AS c USING (claim_key)
WHERE c.deal_id = $deal
ORDER BY e.claim_key, e.passage
