-- purpose: contents of articles, with the time each became public and was last served, and the reading that counts
-- grain: one content of an article
-- key: article_id, content_sha256
CREATE TEMP TABLE core_contents AS
SELECT article_id, content_sha256, reading, has_text,
    min(public_at) AS public_at, min(seen_at) AS seen_at, max(position) AS last_served
FROM core_observations
GROUP BY ALL
