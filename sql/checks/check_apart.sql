-- purpose: claims that a person called different and that share a deal all the same
-- grain: one decision
-- key: event_id
-- severity: fail
SELECT l.event_id, l.subject_id, l.other_id
FROM corrections AS l
JOIN base.core_deal_claims AS a ON a.claim_key = regexp_replace(l.subject_id, '^deal-', '')
JOIN base.core_deal_claims AS b ON b.claim_key = regexp_replace(l.other_id, '^deal-', '')
WHERE l.subject = 'deal' AND l.decision = 'different' AND l.state = 'holds' AND a.deal = b.deal
