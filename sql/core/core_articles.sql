-- purpose: articles with the reading that counts for each and what became of the article
-- grain: one article
-- key: article_id; also article, which numbers articles in the order of their ids
-- The reading of the newest content that has one. A stub in place of a text (a paywall, a consent page) takes nothing
-- back, so a content without text counts only where there is no other. An article answered by 410 is withdrawn by its
-- publisher and its claims no longer count; a 404 says only that the page is not there.
CREATE TABLE base.core_articles AS
WITH seen AS (
    SELECT article_id, count(*) AS versions, min(seen_at) AS first_seen_at, min(public_at) AS first_public_at,
        max(last_served) AS last_served,
        arg_max((reading, public_at), (has_text, last_served)) FILTER (reading IS NOT NULL) AS counting
    FROM core_contents
    GROUP BY article_id
),
numbered AS (
    SELECT last_served, CAST(row_number() OVER (ORDER BY article_id) AS INTEGER) AS article FROM seen
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
SELECT s.article_id, n.article, s.last_served, s.versions, s.first_seen_at, s.first_public_at,
    o.content_sha256 AS newest_sha256, o.source, o.url,
    p.publisher, coalesce(p.tier, 3) AS tier,
    r.content_sha256, r.text_sha256, r.position, r.recorded_at, r.event_id, r.extractor, r.extractor_version,
    r.config_hash, r.outcome, CASE WHEN e.article_id IS NULL THEN r.title END AS title, r.lang, r.published_at, r.published_precision,
    s.counting[2] AS public_at, g.gone_at, coalesce(g.is_withdrawn, false) AS is_withdrawn,
    e.article_id IS NOT NULL AS is_erased, coalesce(e.with_claims, false) AS is_erased_with_claims
FROM seen AS s
JOIN numbered AS n USING (last_served)
JOIN stg_observations AS o ON o.position = s.last_served
LEFT JOIN stg_readings AS r ON r.position = s.counting[1]
LEFT JOIN stg_sources AS p ON p.source = o.source
LEFT JOIN gone AS g ON g.article_id = s.article_id
LEFT JOIN erased AS e ON e.article_id = s.article_id
