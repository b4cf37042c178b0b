-- purpose: facts of deals that are believed otherwise than in the release before
-- grain: one fact of a deal
-- key: deal_id, subject
-- Deals are followed through their ids: one that became part of another is one change, of the subject deal. Empty
-- without a release to compare with: the variable is_compared is known when the statement is planned, so that the facts
-- are then not even gathered.
CREATE TEMP TABLE core_changed AS
WITH known AS (
    SELECT f.*, coalesce(a.deal_id, f.deal_id) AS today, d.deal_id IS NOT NULL AS is_known
    FROM before_facts AS f
    LEFT JOIN deal_aliases AS a ON a.old_deal_id = f.deal_id
    LEFT JOIN deals AS d ON d.deal_id = coalesce(a.deal_id, f.deal_id)
    WHERE getvariable('is_compared')
),
stayed AS (
    SELECT * FROM known WHERE deal_id = today AND is_known
),
facts AS (
    SELECT * FROM mart_facts WHERE getvariable('is_compared')
)
SELECT coalesce(n.deal_id, o.deal_id) AS deal_id, coalesce(n.subject, o.subject) AS subject,
    o.value AS before, n.value AS after, o.claim_key AS claim_before, n.claim_key AS claim_after,
    o.article_id AS article_before, n.article_id AS article_after
FROM stayed AS o
FULL JOIN facts AS n ON n.deal_id = o.deal_id AND n.subject = o.subject
WHERE o.value IS DISTINCT FROM n.value
UNION ALL
SELECT deal_id, 'deal', deal_id, CASE WHEN is_known THEN today END, claim_key, NULL, article_id, NULL
FROM known
WHERE subject = 'status' AND (deal_id <> today OR NOT is_known)
