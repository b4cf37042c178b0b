-- purpose: what was believed of each figure of a deal, over time; every other table takes its figures from here
-- grain: one term of a deal from one moment of the public clock to the next
-- key: deal_id, term, reported_from
-- In an order, since that in which the tables below it are filled depends on how many threads do it.
CREATE VIEW deal_terms AS
SELECT n.deal_id, b.term, b.reported_from, b.reported_until, b.reported_until IS NULL AS is_current, b.recorded_at,
    b.low, b.high, b.bound, b.unit, b.low_usd, b.high_usd,
    CASE WHEN b.unit <> 'USD' THEN b.rate END AS rate, b.rate_on, b.rate_precision, b.rate_is_default,
    CASE
        WHEN b.strength >= 200 THEN 'person'
        WHEN b.strength >= 100 THEN 'filing or own word'
        ELSE 'press' END AS authority,
    CASE b.strength % 100 WHEN 5 THEN 'completed' WHEN 4 THEN 'announced' WHEN 3 THEN 'reported' WHEN 2 THEN 'rumoured'
        WHEN 1 THEN 'cancelled' ELSE 'denied' END AS certainty,
    d.claim_key, l.claim_key AS lower_claim_key, u.claim_key AS upper_claim_key, s.claims, s.origins, s.contradictions
FROM base.core_beliefs AS b
JOIN base.core_deal_numbers AS n USING (deal)
JOIN base.core_deal_claims AS d ON d.weight = b.figure // 10
LEFT JOIN base.core_deal_claims AS l ON l.weight = b.lower_figure // 10
LEFT JOIN base.core_deal_claims AS u ON u.weight = b.upper_figure // 10
LEFT JOIN base.core_support AS s ON b.reported_until IS NULL AND s.track = b.track
ORDER BY b.track, b.reported_from
