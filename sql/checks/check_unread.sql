-- purpose: articles that no adopted extractor version has read
-- grain: one article
-- key: article_id
-- severity: warn
SELECT article_id, source, url FROM articles WHERE state = 'unread'
