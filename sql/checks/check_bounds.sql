-- purpose: figures whose lowest value lies above the highest, or whose bound and values disagree
-- grain: one figure
-- key: deal_id, term, reported_from
-- severity: fail
SELECT deal_id, term, reported_from, low, high, bound
FROM deal_terms
WHERE low > high OR low_usd > high_usd
    OR CASE bound
        WHEN 'up_to' THEN low IS NOT NULL
        WHEN 'at_least' THEN high IS NOT NULL
        WHEN 'between' THEN low IS NULL OR high IS NULL
        ELSE low IS DISTINCT FROM high END
