-- purpose: figures whose lowest value lies above the highest, or whose bound and values disagree
-- grain: one figure
-- key: deal_id, term, reported_from
-- severity: fail
SELECT n.deal_id, b.term, b.reported_from, b.low, b.high, b.bound
FROM base.core_beliefs AS b
JOIN base.core_deal_numbers AS n USING (deal)
WHERE b.low > b.high OR b.low_usd > b.high_usd
    OR CASE b.bound
        WHEN 'up_to' THEN b.low IS NOT NULL
        WHEN 'at_least' THEN b.high IS NOT NULL
        WHEN 'between' THEN b.low IS NULL OR b.high IS NULL
        ELSE b.low IS DISTINCT FROM b.high END
