-- purpose: what the search for copies and citations looks at
-- grain: one article that was read
-- key: article_id
CREATE TEMP TABLE core_identity_articles AS
SELECT article_id, publisher, published_at, sketch, cites, lang
FROM core_articles
WHERE content_sha256 IS NOT NULL
