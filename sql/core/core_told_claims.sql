-- purpose: every claim that ever counted, active or not, as identity sees it: an old claim keeps a deal's id and links
-- grain: one claim
-- key: claim
-- A claim of an old reading lends its deal's id to the claim of its article that took its place. None takes the place of one
-- that the reading that counts still tells, though a person rejected it: such a claim is retired without an article. What
-- the gate kept back and no person ever let in is left out, since it named no deal: let in later, it would take the id of
-- another.
CREATE TEMP TABLE core_told_claims AS
WITH never_let_in AS (
    SELECT * FROM stg_rejected
    ANTI JOIN (SELECT claim_key FROM stg_reviews WHERE verdict IN ('accept', 'replace')) USING (claim_key)
),
active AS (
    SELECT c.claim, c.claim_key, c.position, a.article, c.priced_on, c.priced_precision
    FROM base.core_claims AS c
    JOIN base.core_articles AS a USING (position)
    WHERE c.state = 'active'
),
retired AS (
    SELECT c.claim, c.position, CASE WHEN o.position <> c.position THEN o.article END AS article,
        coalesce(c.occurred_on, CAST(r.published_at AS DATE)) AS priced_on,
        CASE WHEN c.occurred_on IS NULL THEN 'day' ELSE coalesce(c.occurred_precision, 'day') END AS priced_precision,
        row_number() OVER (
            PARTITION BY c.claim_key ORDER BY c.position IS NOT DISTINCT FROM o.position DESC, c.position DESC
        ) AS newest
    FROM stg_claims AS c
    JOIN stg_readings AS r ON r.position = c.position
    JOIN stg_adoptions USING (extractor, extractor_version, config_hash)
    LEFT JOIN base.core_articles AS o USING (article_id)
    ANTI JOIN active AS a USING (claim)
    ANTI JOIN active AS b ON b.claim_key = c.claim_key
    ANTI JOIN never_let_in AS n
        ON n.claim_key = c.claim_key AND n.article_id = r.article_id AND n.content_sha256 = r.content_sha256
        AND n.extractor = r.extractor AND n.extractor_version = r.extractor_version AND n.config_hash = r.config_hash
),
told AS (
    SELECT claim, position, article, priced_on, priced_precision, true AS active FROM active
    UNION ALL
    SELECT claim, position, article, priced_on, priced_precision, false FROM retired WHERE newest = 1
)
SELECT t.claim, t.article, coalesce(f.first_position, t.position) AS position, t.active, t.priced_on,
    t.priced_precision,
    CASE r.published_precision
        WHEN 'year' THEN CAST(date_trunc('year', r.published_at) + INTERVAL 1 YEAR - INTERVAL 1 DAY AS DATE)
        WHEN 'month' THEN last_day(r.published_at)
        ELSE CAST(r.published_at AS DATE) END AS published_on
FROM told AS t
JOIN stg_readings AS r USING (position)
LEFT JOIN core_first_told AS f ON f.claim = t.claim
