-- purpose: the origin of each article, as an id and as the number of its reading
-- grain: one article that was read
-- key: article_id; also position
CREATE TEMP TABLE core_origins AS
SELECT a.position, a.article_id, o.origin_id, o.is_original, f.position AS origin
FROM resolved_origins AS o
JOIN core_articles AS a USING (article_id)
JOIN core_articles AS f ON f.article_id = o.origin_id
