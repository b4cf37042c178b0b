-- purpose: claims that contradict what is believed of a figure or a status, and what settled it, if anything did
-- grain: one contradicting claim of one figure or status of a deal
-- key: deal_id, subject, claim_key
CREATE TABLE conflicts AS
SELECT deal_id, term AS subject, claim_key, believed_claim_key,
    part = 'contradicts' AS is_open,
    CASE
        WHEN part = 'contradicts' THEN NULL
        WHEN believed_strength >= 200 THEN 'person'
        WHEN believed_strength >= 100 AND strength < 100 THEN 'filing or own word'
        ELSE 'certainty' END AS settled_by,
    low, high, bound, unit, believed_low, believed_high, believed_bound, believed_unit, NULL AS status,
    NULL AS believed_status, reported_at, recorded_at
FROM core_verdicts
WHERE part IN ('outweighed', 'contradicts')
UNION ALL
SELECT c.deal_id, 'status', c.claim_key, NULL, c.status = 'cancelled',
    CASE WHEN c.status = 'denied' THEN 'announcement' END,
    NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, c.status, s.status, c.reported_at, c.recorded_at
FROM core_deal_claims AS c
JOIN core_status_history AS s ON s.deal_id = c.deal_id AND s.reported_until IS NULL
WHERE c.status = 'cancelled' AND s.status <> 'cancelled'
    OR c.status = 'denied' AND s.status IN ('announced', 'completed')
ORDER BY deal_id, subject, claim_key
