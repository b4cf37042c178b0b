-- purpose: what `dealtape review` lists: everything that needs a person
-- grain: one question
-- key: question, subject_id, other_id
SELECT question, subject_id, other_id, detail, main_party, kind, deal_id, url, recorded_at
FROM mart_review_queue
ORDER BY list_position([
    'held batch', 'orphaned decision', 'stale decision', 'link not followed', 'conflict', 'quarantined claim',
    'same organisation?'
], question), recorded_at, subject_id, other_id
