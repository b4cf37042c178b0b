-- purpose: the origin of each article, as an id and as a number
-- grain: one article that was read
-- key: article_id
CREATE TEMP TABLE core_origins AS
WITH numbers AS (
    SELECT origin_id, row_number() OVER () AS origin
    FROM (SELECT DISTINCT origin_id FROM resolved_origins)
)
SELECT o.article_id, o.origin_id, o.is_original, n.origin
FROM resolved_origins AS o
JOIN numbers AS n USING (origin_id)
