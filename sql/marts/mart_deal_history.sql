-- purpose: the story of each deal in order, on both clocks: what was claimed, what was believed of it, who decided
-- grain: one happening
-- key: deal_id, reported_at, what, claim_key, detail
CREATE VIEW mart_deal_history AS
SELECT deal_id, reported_at, recorded_at, 'claim' AS what, kind || ', ' || status AS detail, claim_key, article_id
FROM claims
WHERE state = 'active'
UNION ALL
SELECT deal_id, reported_from, recorded_at, 'status',
    CASE WHEN status_before IS NULL THEN status ELSE status_before || ' becomes ' || status END, claim_key, article_id
FROM deal_status_history
UNION ALL
SELECT t.deal_id, t.reported_from, t.recorded_at, t.term,
    concat_ws(' ', t.bound, CASE
        WHEN t.bound = 'between' THEN t.low || ' to ' || t.high
        ELSE CAST(coalesce(t.low, t.high) AS VARCHAR) END, t.unit),
    t.claim_key, c.article_id
FROM deal_terms AS t
LEFT JOIN claims AS c USING (claim_key)
UNION ALL
SELECT deal_id, decided_at, recorded_at, 'decision', decision || ' by ' || actor || ': ' || reason, subject_id, NULL
FROM corrections
WHERE deal_id IS NOT NULL
