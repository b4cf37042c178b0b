-- purpose: claims that contradict what is believed of a figure or a status, and what settled it, if anything did
-- grain: one contradicting claim of one figure or status of a deal
-- key: deal_id, subject, claim_key
CREATE TABLE conflicts AS
SELECT n.deal_id, f.term AS subject, c.claim_key, d.claim_key AS believed_claim_key,
    v.part = 'contradicts' AS is_open,
    CASE
        WHEN v.part = 'contradicts' THEN NULL
        WHEN b.strength >= 200 THEN 'person'
        WHEN b.strength >= 100 AND f.strength < 100 THEN 'filing or own word'
        ELSE 'certainty' END AS settled_by,
    f.low, f.high, f.bound, f.unit, b.low AS believed_low, b.high AS believed_high, b.bound AS believed_bound,
    b.unit AS believed_unit, NULL AS status, NULL AS believed_status, f.reported_at, f.recorded_at
FROM base.core_verdicts AS v
JOIN base.core_figures AS f USING (figure)
JOIN base.core_deal_claims AS c ON c.weight = f.weight
JOIN base.core_beliefs AS b ON b.track = v.track AND b.reported_until IS NULL
JOIN base.core_deal_claims AS d ON d.weight = b.figure // 10
JOIN base.core_deal_numbers AS n ON n.deal = f.deal
WHERE v.part IN ('outweighed', 'contradicts')
UNION ALL
SELECT n.deal_id, 'status', c.claim_key, NULL, c.sureness = 1,
    CASE WHEN c.sureness = 0 THEN 'announcement' END,
    NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, ['denied', 'cancelled'][c.sureness + 1], s.status, c.reported_at, c.recorded_at
FROM base.core_deal_claims AS c
JOIN core_status_history AS s ON s.deal = c.deal AND s.reported_until IS NULL
JOIN base.core_deal_numbers AS n ON n.deal = c.deal
WHERE c.sureness = 1 AND s.status <> 'cancelled'
    OR c.sureness = 0 AND s.status IN ('announced', 'completed')
ORDER BY deal_id, subject, claim_key
