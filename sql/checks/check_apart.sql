-- purpose: claims that a person called different and that share a deal all the same
-- grain: one decision
-- key: event_id
-- severity: fail
SELECT l.event_id, l.subject_id, l.other_id
FROM corrections AS l
JOIN claims AS a ON a.claim_key = regexp_replace(l.subject_id, '^deal-', '')
JOIN claims AS b ON b.claim_key = regexp_replace(l.other_id, '^deal-', '')
WHERE l.subject = 'deal' AND l.decision = 'different' AND l.state = 'holds' AND a.deal_id = b.deal_id
