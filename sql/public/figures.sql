-- purpose: every figure that a claim states of a deal, and what became of it
-- grain: one term of one claim
-- key: claim_key, term
CREATE TABLE figures AS
SELECT deal_id, term, claim_key, part, low, high, bound, unit, low_usd, high_usd, rate, rate_on, rate_is_default,
    CASE
        WHEN strength >= 200 THEN 'person'
        WHEN strength >= 100 THEN 'filing or own word'
        ELSE 'press' END AS authority,
    CASE strength % 100 WHEN 5 THEN 'completed' WHEN 4 THEN 'announced' WHEN 3 THEN 'reported' WHEN 2 THEN 'rumoured'
        WHEN 1 THEN 'cancelled' ELSE 'denied' END AS certainty,
    tier, reported_at, recorded_at, origin_id
FROM core_verdicts
ORDER BY deal_id, term, claim_key
