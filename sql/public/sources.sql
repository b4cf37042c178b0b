-- purpose: sources, declared or seen, with their tier and terms of use
-- grain: one source
-- key: source
CREATE TABLE sources AS
WITH counted AS (
    SELECT source, count(*) AS articles, min(first_public_at) AS first_published_at, max(public_at) AS last_published_at
    FROM base.core_articles
    GROUP BY source
)
SELECT coalesce(s.source, c.source) AS source, s.publisher, s.kind, coalesce(s.tier, 3) AS tier, s.terms,
    s.source IS NOT NULL AS is_declared, coalesce(c.articles, 0) AS articles, c.first_published_at, c.last_published_at
FROM stg_sources AS s
FULL JOIN counted AS c ON c.source = s.source
ORDER BY 1
