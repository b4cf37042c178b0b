-- purpose: what is believed otherwise than in the release before, and the event behind each change
-- grain: one fact of a deal
-- key: deal_id, subject
-- Deals are followed through their ids: one that became part of another is one change, of the subject deal. Empty
-- without a release to compare with. Of the events since then that may be behind a change the closest is named: a
-- person's review of the claim, the reading that told it, what befell its article, the newest reading of the deal, else
-- the last decision, policy, rate or adoption. Two days of the public clock are told from one log, so there any event
-- may be behind.
CREATE TABLE changes AS
WITH known AS (
    SELECT f.*, coalesce(a.deal_id, f.deal_id) AS today, d.deal_id IS NOT NULL AS is_known
    FROM before_facts AS f
    LEFT JOIN deal_aliases AS a ON a.old_deal_id = f.deal_id
    LEFT JOIN deals AS d ON d.deal_id = coalesce(a.deal_id, f.deal_id)
),
stayed AS (
    SELECT * FROM known WHERE deal_id = today AND is_known
),
facts AS (
    SELECT * FROM mart_facts WHERE EXISTS (SELECT 1 FROM before_release)
),
changed AS (
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
),
fresh AS (
    SELECT e.* FROM events AS e CROSS JOIN before_release AS b
    WHERE e.commit > b.commit OR b.commit = (SELECT max(commit) FROM events)
),
decided AS (
    SELECT event_id FROM fresh
    WHERE type IN ('LinkDecided', 'EventVoided', 'ExtractorAdopted', 'PolicyAdopted', 'RateObserved')
    ORDER BY commit DESC, row DESC
    LIMIT 1
),
candidates AS (
    SELECT c.deal_id, c.subject, r.event_id, 1 AS distance
    FROM changed AS c
    JOIN corrections AS r ON r.subject = 'claim' AND r.subject_id IN (c.claim_after, c.claim_before)
    UNION ALL
    SELECT c.deal_id, c.subject, a.event_id, 2
    FROM changed AS c
    JOIN base.core_claims AS k ON k.claim_key = c.claim_after
    JOIN base.core_articles AS a USING (position)
    UNION ALL
    SELECT c.deal_id, c.subject, e.event_id, 3
    FROM changed AS c
    JOIN fresh AS e ON e.stream IN ('article/' || c.article_before, 'article/' || c.article_after)
        AND e.type IN ('ArticleExtracted', 'ArticleGone', 'ContentErased')
    UNION ALL
    SELECT c.deal_id, c.subject, a.event_id, 4
    FROM changed AS c
    JOIN base.core_deal_numbers AS n USING (deal_id)
    JOIN base.core_deal_claims AS k USING (deal)
    JOIN base.core_articles AS a USING (position)
    UNION ALL
    SELECT c.deal_id, c.subject, e.event_id, 5 FROM changed AS c CROSS JOIN decided AS e
),
behind AS (
    SELECT DISTINCT ON (c.deal_id, c.subject) c.deal_id, c.subject, event_id, e.type, e.actor, e.recorded_at
    FROM candidates AS c
    JOIN fresh AS e USING (event_id)
    ORDER BY c.deal_id, c.subject, c.distance, e.commit DESC, e.row DESC
)
SELECT c.deal_id, c.subject, c.before, c.after, c.claim_before, c.claim_after,
    b.event_id, b.type AS event_type, b.actor, b.recorded_at
FROM changed AS c
LEFT JOIN behind AS b USING (deal_id, subject)
ORDER BY c.deal_id, c.subject
