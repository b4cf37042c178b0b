-- purpose: what needs a person, what to decide, and where to look
-- grain: one question
-- key: question, subject_id, other_id
CREATE TABLE mart_review_queue AS
WITH questions AS (
    SELECT 'held batch' AS question, batch_id AS subject_id, NULL AS other_id, NULL AS deal_id, NULL AS url,
        rejected || ' of ' || claims || ' claims fail the gate; accept the batch or mend the extractor' AS detail,
        recorded_at
    FROM core_held_batches
    UNION ALL
    SELECT 'quarantined claim', claim_key, NULL, NULL, url, rules, recorded_at
    FROM quarantine
    WHERE state = 'waiting'
    UNION ALL
    SELECT 'conflict', c.claim_key, min(c.believed_claim_key), c.deal_id, a.url, string_agg(CASE c.subject
        WHEN 'status' THEN 'says ' || c.status || ', the deal is ' || c.believed_status
        ELSE concat(c.subject, ' is ', concat_ws(' to ', c.low, c.high), ' ', c.unit, ' (', c.bound, '), believed ',
            concat_ws(' to ', c.believed_low, c.believed_high), ' ', c.believed_unit, ' (', c.believed_bound, ')')
        END, '; ' ORDER BY c.subject), c.recorded_at
    FROM conflicts AS c
    LEFT JOIN base.core_deal_claims AS k USING (claim_key)
    LEFT JOIN base.core_articles AS a USING (position)
    WHERE c.is_open
    GROUP BY c.claim_key, c.deal_id, a.url, c.recorded_at
    UNION ALL
    SELECT 'same organisation?', a, b, NULL, NULL, why, NULL FROM resolved_candidates
    UNION ALL
    SELECT state || ' decision', subject_id, event_id, deal_id, NULL, decision || ' by ' || actor || ': ' || reason,
        recorded_at
    FROM corrections
    WHERE state IN ('stale', 'orphaned')
    UNION ALL
    SELECT 'link not followed', subject_id, other_id, deal_id, NULL, decision || ' by ' || actor || ': ' || state,
        recorded_at
    FROM corrections
    WHERE state LIKE 'not followed%'
)
SELECT q.*, d.main_party, d.kind
FROM questions AS q
LEFT JOIN deals AS d USING (deal_id)
ORDER BY q.question, q.subject_id, q.other_id
