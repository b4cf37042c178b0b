-- purpose: the status of each deal over time, with the claim that changed it
-- grain: one status of a deal from one moment of the public clock to the next
-- key: deal_id, reported_from
CREATE TABLE deal_status_history AS
WITH causes AS (
    SELECT s.deal, s.reported_from, max((CASE
        WHEN s.status = ['denied', 'cancelled', 'rumoured', 'reported', 'announced', 'completed'][c.sureness + 1] THEN 3
        WHEN s.status = 'disputed' AND c.sureness IN (2, 3) THEN 2
        ELSE 1 END, c.weight)) AS cause
    FROM core_status_history AS s
    JOIN base.core_deal_claims AS c ON c.deal = s.deal AND c.reported_at = s.reported_from
    GROUP BY s.deal, s.reported_from
)
SELECT n.deal_id, s.reported_from, s.reported_until, s.reported_until IS NULL AS is_current, s.status, s.status_before,
    c.claim_key, a.article_id, c.recorded_at
FROM core_status_history AS s
JOIN causes AS w USING (deal, reported_from)
JOIN base.core_deal_claims AS c ON c.weight = w.cause[2]
JOIN base.core_articles AS a USING (position)
JOIN base.core_deal_numbers AS n ON n.deal = s.deal
ORDER BY s.deal, s.reported_from
