-- purpose: which figures rest on one report alone?
-- grain: one figure of a deal
-- key: main_party, kind, term
SELECT d.main_party, d.kind, t.term, t.bound, t.low, t.high, t.unit, t.certainty, a.publisher,
    CAST(a.reported_at AS DATE) AS reported
FROM deal_terms AS t
JOIN deals AS d USING (deal_id)
JOIN claims AS c USING (claim_key)
JOIN articles AS a ON a.article_id = c.article_id
WHERE t.is_current AND t.origins = 1 AND t.authority = 'press' AND t.certainty IN ('rumoured', 'reported')
    AND d.status NOT IN ('denied', 'cancelled')
ORDER BY d.main_party, d.kind, t.term, t.low
