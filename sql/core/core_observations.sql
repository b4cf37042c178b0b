-- purpose: observations that the clock lets through, each with the moment at which it was public
-- grain: one observation
-- key: position
-- An article was public when it says so (a month or year alone: on its last day), at the latest when it was first
-- seen; a later content when it was seen, unless it states a later time than the content before it.
CREATE TEMP TABLE core_observations AS
WITH dated AS (
    SELECT o.position, article_id, content_sha256, o.seen_at, r.position AS reading, r.has_text,
        CASE r.published_precision
            WHEN 'year' THEN date_trunc('year', r.published_at) + INTERVAL 1 YEAR - INTERVAL 1 DAY
            WHEN 'month' THEN CAST(last_day(r.published_at) AS TIMESTAMP)
            ELSE r.published_at END AS published_until
    FROM stg_observations AS o
    LEFT JOIN core_content_readings AS r USING (article_id, content_sha256)
),
ordered AS (
    SELECT *, row_number() OVER story AS nth, lag(published_until) OVER story AS published_before
    FROM dated
    WINDOW story AS (PARTITION BY article_id ORDER BY position)
),
public AS (
    SELECT position, article_id, content_sha256, seen_at, reading, has_text, CASE
        WHEN nth = 1 OR published_until > published_before THEN least(coalesce(published_until, seen_at), seen_at)
        ELSE seen_at END AS public_at
    FROM ordered
)
SELECT public.*
FROM public
CROSS JOIN build_facts
WHERE build_facts.public_until IS NULL OR CAST(public_at AS DATE) <= build_facts.public_until
