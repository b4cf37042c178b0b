-- purpose: articles as they stand now, without their text
-- grain: one article
-- key: article_id
-- In an order, since that in which the tables below it are filled depends on how many threads do it.
CREATE VIEW articles AS
SELECT a.article_id, a.source, a.publisher, a.tier, a.url, a.title, a.lang,
    a.published_at, a.published_precision, a.first_public_at AS reported_at, a.first_seen_at, a.recorded_at, a.versions,
    a.newest_sha256 AS content_sha256, a.content_sha256 AS read_sha256, a.text_sha256, a.extractor_version,
    CASE
        WHEN a.is_erased THEN 'erased'
        WHEN a.is_withdrawn THEN 'withdrawn'
        WHEN a.gone_at IS NOT NULL THEN 'gone'
        WHEN a.outcome IS NULL THEN 'unread'
        ELSE a.outcome END AS state,
    a.gone_at, coalesce(o.claims, 0) AS claims, o.origin_id, o.is_original
FROM base.core_articles AS a
LEFT JOIN base.core_origins AS o USING (position)
ORDER BY a.article
