-- purpose: what is believed otherwise than in the release before, and the event behind each change
-- grain: one fact of a deal
-- key: deal_id, subject
-- Of the events since then that may be behind a change the closest is named: a person's review of the claim, the reading
-- that told it, what befell its article, a link of its party, of the deal or of organisations in it, the newest reading of
-- the deal, else the last void, policy, rate or adoption, else the last link.
-- Two days of the public clock are told from one log, so there any event may be behind.
CREATE TABLE changes AS
WITH fresh AS (
    SELECT e.* FROM events AS e CROSS JOIN before_release AS b
    WHERE e.commit > b.commit OR b.commit = (SELECT max(commit) FROM events)
),
decided AS (
    SELECT event_id FROM fresh
    WHERE type IN ('LinkDecided', 'EventVoided', 'ExtractorAdopted', 'PolicyAdopted', 'RateObserved')
    ORDER BY type = 'LinkDecided', commit DESC, row DESC
    LIMIT 1
),
candidates AS (
    SELECT c.deal_id, c.subject, r.event_id, 1 AS distance
    FROM core_changed AS c
    JOIN corrections AS r ON r.subject = 'claim' AND r.subject_id IN (c.claim_after, c.claim_before)
    UNION ALL
    SELECT c.deal_id, c.subject, a.event_id, 2
    FROM core_changed AS c
    JOIN base.core_claims AS k ON k.claim_key = c.claim_after
    JOIN base.core_articles AS a USING (position)
    UNION ALL
    SELECT c.deal_id, c.subject, e.event_id, 3
    FROM core_changed AS c
    JOIN fresh AS e ON e.stream IN ('article/' || c.article_before, 'article/' || c.article_after)
        AND e.type IN ('ArticleExtracted', 'ArticleGone', 'ContentErased')
    UNION ALL
    SELECT deal_id, subject, event_id, 3 + distance FROM core_deciding
    UNION ALL
    SELECT c.deal_id, c.subject, a.event_id, 7
    FROM core_changed AS c
    JOIN base.core_deal_numbers AS n USING (deal_id)
    JOIN base.core_deal_claims AS k USING (deal)
    JOIN base.core_articles AS a USING (position)
    UNION ALL
    SELECT c.deal_id, c.subject, e.event_id, 8 FROM core_changed AS c CROSS JOIN decided AS e
),
behind AS (
    SELECT DISTINCT ON (c.deal_id, c.subject) c.deal_id, c.subject, event_id, e.type, e.actor, e.recorded_at
    FROM candidates AS c
    JOIN fresh AS e USING (event_id)
    ORDER BY c.deal_id, c.subject, c.distance, e.commit DESC, e.row DESC
)
SELECT c.deal_id, c.subject, c.before, c.after, c.claim_before, c.claim_after,
    b.event_id, b.type AS event_type, b.actor, b.recorded_at
FROM core_changed AS c
LEFT JOIN behind AS b USING (deal_id, subject)
ORDER BY c.deal_id, c.subject
