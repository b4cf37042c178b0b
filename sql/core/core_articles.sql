-- purpose: articles with the reading that counts for each and what became of the article
-- grain: one article
-- key: article_id
-- The reading of the newest content that has one. A stub in place of a text (a paywall, a consent page) takes nothing
-- back, so a content without text counts only where there is no other. An article answered by 410 is withdrawn by its
-- publisher and its claims no longer count; a 404 says only that the page is not there.
CREATE TEMP TABLE core_articles AS
WITH seen AS (
    SELECT article_id, count(*) AS versions, min(seen_at) AS first_seen_at, min(public_at) AS first_public_at,
        arg_max(content_sha256, last_served) AS newest_sha256, max(last_served) AS last_served,
        arg_max(source, last_served) AS source, arg_max(url, last_served) AS url
    FROM core_contents
    GROUP BY article_id
),
readings AS (
    SELECT r.*, c.public_at, row_number() OVER (
        PARTITION BY article_id ORDER BY r.outcome IN ('claims', 'none') DESC, c.last_served DESC
    ) AS nth
    FROM core_content_readings AS r
    JOIN core_contents AS c USING (article_id, content_sha256)
),
gone AS (
    SELECT g.article_id, max(g.gone_at) AS gone_at, bool_or(g.http_status = 410) AS is_withdrawn
    FROM stg_gone AS g
    JOIN seen AS s ON s.article_id = g.article_id AND g.position > s.last_served
    CROSS JOIN build_facts AS b
    WHERE b.public_until IS NULL OR CAST(g.gone_at AS DATE) <= b.public_until
    GROUP BY g.article_id
),
erased AS (
    SELECT article_id, bool_or(scope = 'text_and_claims') AS with_claims FROM stg_erasures GROUP BY article_id
)
SELECT s.article_id, s.versions, s.first_seen_at, s.first_public_at, s.newest_sha256, s.source, s.url,
    p.publisher, coalesce(p.tier, 3) AS tier,
    r.content_sha256, r.text_sha256, r.position, r.recorded_at, r.event_id, r.extractor, r.extractor_version,
    r.config_hash, r.outcome, r.title, r.lang, r.published_at, r.published_precision, r.cites, r.sketch, r.public_at,
    g.gone_at, coalesce(g.is_withdrawn, false) AS is_withdrawn,
    e.article_id IS NOT NULL AS is_erased, coalesce(e.with_claims, false) AS is_erased_with_claims
FROM seen AS s
LEFT JOIN readings AS r ON r.article_id = s.article_id AND r.nth = 1
LEFT JOIN stg_sources AS p ON p.source = s.source
LEFT JOIN gone AS g ON g.article_id = s.article_id
LEFT JOIN erased AS e ON e.article_id = s.article_id
