-- purpose: the status of each deal over time, with the claim that changed it
-- grain: one status of a deal from one moment of the public clock to the next
-- key: deal_id, reported_from
CREATE TABLE deal_status_history AS
WITH causes AS (
    SELECT s.deal_id, s.reported_from, arg_max((c.claim_key, c.article_id, c.recorded_at), (CASE
        WHEN s.status = c.status THEN 3
        WHEN s.status = 'disputed' AND c.sureness IN (2, 3) THEN 2
        ELSE 1 END, c.weight)) AS cause
    FROM core_status_history AS s
    JOIN core_deal_claims AS c ON c.deal_id = s.deal_id AND c.reported_at = s.reported_from
    GROUP BY s.deal_id, s.reported_from
)
SELECT s.deal_id, s.reported_from, s.reported_until, s.reported_until IS NULL AS is_current, s.status, s.status_before,
    c.cause[1] AS claim_key, c.cause[2] AS article_id, c.cause[3] AS recorded_at
FROM core_status_history AS s
JOIN causes AS c USING (deal_id, reported_from)
ORDER BY s.deal_id, s.reported_from
