-- purpose: what is believed of each deal, one fact a row as text, so that two releases can be compared
-- grain: one fact of a deal
-- key: deal_id, subject
CREATE VIEW mart_facts AS
WITH causes AS (
    SELECT deal_id, claim_key FROM deal_status_history WHERE is_current
),
facts AS (
    SELECT d.deal_id, 'status' AS subject, d.status AS value, c.claim_key
    FROM deals AS d
    JOIN causes AS c USING (deal_id)
    UNION ALL
    SELECT d.deal_id, 'kind', d.kind, c.claim_key
    FROM deals AS d
    JOIN causes AS c USING (deal_id)
    UNION ALL
    SELECT deal_id, term, concat_ws(' ', bound,
        CASE WHEN bound = 'between'
            THEN rtrim(rtrim(CAST(low AS VARCHAR), '0'), '.') || ' to ' || rtrim(rtrim(CAST(high AS VARCHAR), '0'), '.')
            ELSE rtrim(rtrim(CAST(coalesce(low, high) AS VARCHAR), '0'), '.') END,
        unit), claim_key
    FROM deal_terms
    WHERE is_current
    UNION ALL
    SELECT deal_id, role || ' ' || name, 'named', claim_key FROM deal_parties
)
SELECT f.deal_id, f.subject, f.value, f.claim_key, a.article_id
FROM facts AS f
LEFT JOIN base.core_deal_claims AS c USING (claim_key)
LEFT JOIN base.core_articles AS a USING (position)
