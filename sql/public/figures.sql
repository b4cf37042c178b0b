-- purpose: every figure that a claim states of a deal, and what became of it
-- grain: one term of one claim
-- key: claim_key, term
-- In an order, since that in which the tables below it are filled depends on how many threads do it.
CREATE VIEW figures AS
SELECT n.deal_id, f.term, c.claim_key, v.part, f.low, f.high, f.bound, f.unit, f.low_usd, f.high_usd,
    CASE
        WHEN f.strength >= 200 THEN 'person'
        WHEN f.strength >= 100 THEN 'filing or own word'
        ELSE 'press' END AS authority,
    CASE f.strength % 100 WHEN 5 THEN 'completed' WHEN 4 THEN 'announced' WHEN 3 THEN 'reported' WHEN 2 THEN 'rumoured'
        WHEN 1 THEN 'cancelled' ELSE 'denied' END AS certainty,
    f.reported_at, f.recorded_at
FROM base.core_figures AS f
JOIN base.core_verdicts AS v USING (figure)
JOIN base.core_deal_claims AS c USING (weight)
JOIN base.core_deal_numbers AS n ON n.deal = f.deal
ORDER BY f.figure
