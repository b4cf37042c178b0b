-- purpose: what the search for copies and citations looks at
-- grain: one article that was read
-- key: article
SELECT a.article, a.publisher, a.published_at, r.sketch, r.cites, a.lang
FROM base.core_articles AS a
JOIN stg_readings AS r USING (position)
