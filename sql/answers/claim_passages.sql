-- purpose: where in the stored texts the passages of one claim lie
-- grain: one passage
-- key: passage
SELECT claim_key, text_sha256, start_at, end_at FROM claim_evidence WHERE claim_key = $claim_key ORDER BY passage
