-- purpose: the origin of each article that was read, as an id and as the number of its reading, and its active claims
-- grain: one article that was read
-- key: position
CREATE TABLE base.core_origins AS
WITH counted AS (
    SELECT position, count(*) AS claims FROM base.core_claims WHERE state = 'active' GROUP BY position
)
SELECT a.position, f.article_id AS origin_id, o.is_original, f.position AS origin, coalesce(c.claims, 0) AS claims
FROM resolved_origins AS o
JOIN base.core_articles AS a ON a.article = o.article
JOIN base.core_articles AS f ON f.article = o.origin
LEFT JOIN counted AS c ON c.position = a.position
