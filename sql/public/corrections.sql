-- purpose: what people decided: reviews of claims, links, erasures and voids, and whether each still holds
-- grain: one decision
-- key: event_id
-- A review is stale when the claim is read differently from what the person saw (it still wins), and orphaned when the
-- claim is gone (it waits). Of several decisions on one thing the last one holds.
CREATE TABLE corrections AS
WITH without_place AS (
    SELECT '{"evidence":null,"ordinal":null}' AS patch
),
newest_reading AS (
    SELECT c.claim_key, c.read_as
    FROM base.core_articles AS a
    JOIN stg_reviewed AS c ON c.position = a.position
),
reviews AS (
    SELECT r.event_id, r.verdict AS decision, 'claim' AS subject, r.claim_key AS subject_id, NULL AS other_id, r.fields,
        r.reason, r.actor, r.occurred_at, r.recorded_at, r.commit, r.row,
        CASE
            WHEN row_number() OVER (PARTITION BY r.claim_key ORDER BY r.commit DESC, r.row DESC) > 1 THEN 'superseded'
            WHEN r.verdict = 'withdraw' THEN 'holds'
            WHEN n.claim_key IS NULL AND q.claim_key IS NULL THEN 'orphaned'
            WHEN json_merge_patch(r.basis, p.patch) IS DISTINCT FROM json_merge_patch(n.read_as, p.patch)
                AND r.basis IS NOT NULL AND n.read_as IS NOT NULL THEN 'stale'
            ELSE 'holds' END AS state
    FROM stg_reviews AS r
    CROSS JOIN without_place AS p
    LEFT JOIN newest_reading AS n USING (claim_key)
    LEFT JOIN (SELECT DISTINCT claim_key FROM stg_rejected) AS q USING (claim_key)
),
links AS (
    SELECT l.event_id, l.verdict, l.subject, l.a, l.b, NULL, l.reason, l.actor, l.occurred_at, l.recorded_at, l.commit,
        l.row,
        CASE
            WHEN row_number() OVER (
                PARTITION BY l.subject, least(l.one, l.other), greatest(l.one, l.other)
                ORDER BY l.commit DESC, l.row DESC
            ) > 1 THEN 'superseded'
            WHEN r.reason IS NOT NULL THEN 'not followed: ' || r.reason
            ELSE 'holds' END
    FROM (
        SELECT *, regexp_replace(a, '^deal-', '') AS one, regexp_replace(b, '^deal-', '') AS other FROM stg_links
    ) AS l
    LEFT JOIN resolved_refused AS r ON least(r.a, r.b) = least(l.a, l.b) AND greatest(r.a, r.b) = greatest(l.a, l.b)
),
erasures AS (
    SELECT event_id, 'erase ' || scope, 'article', article_id, content_sha256, NULL, reason, actor, occurred_at,
        recorded_at, commit, row, 'holds'
    FROM stg_erasures
),
voids AS (
    SELECT event_id, 'void', 'event', voided_event_id, NULL, NULL, reason, actor, occurred_at, recorded_at, commit, row,
        'holds'
    FROM stg_voids
),
decided AS (
    FROM reviews UNION ALL FROM links UNION ALL FROM erasures UNION ALL FROM voids
)
SELECT d.event_id, d.decision, d.subject, d.subject_id, d.other_id, coalesce(p.deal_id, o.deal_id, n.deal_id) AS deal_id,
    d.fields, d.state, d.reason, d.actor, d.occurred_at AS decided_at, d.recorded_at, d.commit, d.row
FROM decided AS d
LEFT JOIN base.core_deal_claims AS m ON m.claim_key = regexp_replace(d.subject_id, '^deal-', '')
LEFT JOIN base.core_deal_numbers AS p ON p.deal = m.deal
LEFT JOIN base.core_former_ids AS o ON o.old_deal_id = d.subject_id
LEFT JOIN base.core_deal_numbers AS n ON n.deal_id = d.subject_id
ORDER BY d.commit, d.row
