-- purpose: where do sources disagree on a figure, who says what, and what settled it?
-- grain: one contradicting claim
-- key: main_party, subject, claim
SELECT d.main_party, c.subject, coalesce(c.low, c.high) AS says, c.unit, a.publisher,
    coalesce(c.believed_low, c.believed_high) AS believed, c.believed_unit, b.publisher AS believed_from,
    coalesce(c.settled_by, 'open') AS settled_by, c.claim_key AS claim
FROM conflicts AS c
JOIN deals AS d USING (deal_id)
JOIN claims AS a USING (claim_key)
LEFT JOIN claims AS b ON b.claim_key = c.believed_claim_key
WHERE c.subject <> 'status'
ORDER BY c.is_open DESC, d.main_party, c.subject, c.claim_key
