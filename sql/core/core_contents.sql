-- purpose: contents of articles, with the time each became public and was last served
-- grain: one content of an article
-- key: article_id, content_sha256
CREATE TEMP TABLE core_contents AS
SELECT article_id, content_sha256,
    min(public_at) AS public_at, min(seen_at) AS seen_at,
    max(position) AS last_served,
    arg_max(source, position) AS source, arg_max(url, position) AS url
FROM core_observations
GROUP BY article_id, content_sha256
