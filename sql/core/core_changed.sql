-- purpose: facts of deals that are believed otherwise than in the release before
-- grain: one fact of a deal
-- key: deal_id, subject
-- Deals are followed through their ids: one that became part of another is one change, of the subject deal; one that
-- goes by another id now, since an older claim of it came to light, is compared with itself. Empty without a release to
-- compare with: the variable is_compared is known when the statement is planned, so that the facts are then not even
-- gathered.
CREATE TEMP TABLE core_changed AS
WITH known AS (
    SELECT f.*, coalesce(a.deal_id, f.deal_id) AS today, d.deal_id IS NOT NULL AS is_known
    FROM before_facts AS f
    LEFT JOIN deal_aliases AS a ON a.old_deal_id = f.deal_id
    LEFT JOIN deals AS d ON d.deal_id = coalesce(a.deal_id, f.deal_id)
    WHERE getvariable('is_compared')
),
followed AS (
    SELECT today, min_by(deal_id, (deal_id <> today, deal_id)) AS deal_id FROM known
    WHERE is_known AND subject = 'status'
    GROUP BY today
),
stayed AS (
    SELECT k.* FROM known AS k SEMI JOIN followed USING (today, deal_id)
),
facts AS (
    SELECT * FROM mart_facts WHERE getvariable('is_compared')
)
SELECT coalesce(n.deal_id, o.today) AS deal_id, coalesce(n.subject, o.subject) AS subject,
    o.value AS before, n.value AS after, o.claim_key AS claim_before, n.claim_key AS claim_after,
    o.article_id AS article_before, n.article_id AS article_after
FROM stayed AS o
FULL JOIN facts AS n ON n.deal_id = o.today AND n.subject = o.subject
WHERE o.value IS DISTINCT FROM n.value
UNION ALL
SELECT deal_id, 'deal', deal_id, CASE WHEN is_known THEN today END, claim_key, NULL, article_id, NULL
FROM known
ANTI JOIN followed USING (today, deal_id)
WHERE subject = 'status'
