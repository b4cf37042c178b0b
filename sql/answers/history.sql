-- purpose: what `dealtape history` prints: what was told of a deal, what was believed of it from then on, what people said
-- grain: one claim, or one change of a figure or of the status, or one decision of a person
-- key: public_at, what, claim_key, term
WITH told AS (
    SELECT c.reported_at AS public_at, c.recorded_at, 'told' AS what, c.status, c.amount_low AS low, c.amount_high AS high,
        c.amount_bound AS bound, c.amount_currency AS unit, c.claim_key
    FROM base.core_claims AS c
    JOIN base.core_deal_claims AS d USING (claim)
    JOIN base.core_deal_numbers AS n USING (deal)
    WHERE n.deal_id = $deal
),
figures AS (
    SELECT reported_from AS public_at, recorded_at, 'figure' AS what, term, low, high, bound, unit, claim_key
    FROM deal_terms
    WHERE deal_id = $deal
    QUALIFY (low, high, bound, unit) IS DISTINCT FROM
        lag((low, high, bound, unit)) OVER (PARTITION BY term ORDER BY reported_from)
),
statuses AS (
    SELECT reported_from AS public_at, recorded_at, 'status' AS what, status, claim_key
    FROM deal_status_history
    WHERE deal_id = $deal
),
decisions AS (
    SELECT decided_at AS public_at, recorded_at, decision AS what, actor, reason, subject_id AS claim_key
    FROM corrections
    WHERE deal_id = $deal
        OR other_id = $deal
        OR other_id IN (SELECT old_deal_id FROM deal_aliases WHERE deal_id = $deal)
),
story AS (
    SELECT * FROM told
    UNION ALL BY NAME
    SELECT * FROM figures
    UNION ALL BY NAME
    SELECT * FROM statuses
    UNION ALL BY NAME
    SELECT * FROM decisions
),
said AS (
    SELECT c.claim_key, a.publisher, a.published_at, a.title, a.url
    FROM base.core_claims AS c
    JOIN base.core_articles AS a USING (position)
    WHERE c.claim_key IN (SELECT claim_key FROM story)
)
SELECT s.public_at, s.recorded_at, s.what, s.status, s.term, s.low, s.high, s.bound, s.unit, s.actor, s.reason,
    c.publisher, c.published_at, c.title, c.url, s.claim_key
FROM story AS s
LEFT JOIN said AS c USING (claim_key)
ORDER BY s.public_at, s.recorded_at, list_position(['told', 'figure', 'status'], s.what), s.term, s.claim_key
