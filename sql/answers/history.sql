-- purpose: what `dealtape history` prints: what was told of a deal, what was believed of it from then on, what people said
-- grain: one claim, or one change of a figure or of the status, or one decision of a person (one figure that it changes)
-- key: public_at, what, claim_key, term
-- What was told is what the article says, also where a person corrected it: the correction is a decision, with what stood
-- before it; `fields` names what it changed besides figures and status.
WITH corrected AS (
    SELECT claim_key, term, article FROM base.core_revised WHERE is_last
),
told AS (
    SELECT c.reported_at AS public_at, c.recorded_at, 'told' AS what, coalesce(s.article.status, c.status) AS status,
        CASE WHEN a.term IS NULL THEN c.amount_low ELSE a.article.low END AS low,
        CASE WHEN a.term IS NULL THEN c.amount_high ELSE a.article.high END AS high,
        CASE WHEN a.term IS NULL THEN c.amount_bound ELSE a.article.bound END AS bound,
        CASE WHEN a.term IS NULL THEN c.amount_currency ELSE a.article.unit END AS unit, c.claim_key
    FROM base.core_claims AS c
    JOIN base.core_deal_claims AS d USING (claim)
    JOIN base.core_deal_numbers AS n USING (deal)
    LEFT JOIN corrected AS s ON s.claim_key = c.claim_key AND s.term = 'status' AND c.review = 'replace'
    LEFT JOIN corrected AS a ON a.claim_key = c.claim_key AND a.term = 'amount' AND c.review = 'replace'
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
answers AS (
    SELECT *, lag(fields) OVER (PARTITION BY subject, subject_id ORDER BY commit, row) AS fields_before
    FROM corrections
    WHERE deal_id = $deal
        OR other_id = $deal
        OR other_id IN (SELECT old_deal_id FROM deal_aliases WHERE deal_id = $deal)
),
decisions AS (
    SELECT c.decided_at AS public_at, c.recorded_at, c.decision AS what, c.actor, c.reason, c.subject_id AS claim_key,
        r.term, r.after.status AS status, r.after.low AS low, r.after.high AS high, r.after.bound AS bound,
        r.after.unit AS unit, r.before.status AS status_before, r.before.low AS low_before, r.before.high AS high_before,
        r.before.bound AS bound_before, r.before.unit AS unit_before,
        list_filter(json_keys(c.fields), lambda name: (c.fields -> name) IS DISTINCT FROM (c.fields_before -> name)
            AND split_part(name, '_', 1) NOT IN ('status', 'amount', 'equity', 'debt', 'valuation', 'power', 'chips')) AS fields
    FROM answers AS c
    LEFT JOIN base.core_revised AS r ON r.event_id = c.event_id AND r.before IS DISTINCT FROM r.after
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
SELECT s.public_at, s.recorded_at, s.what, s.status, s.term, s.low, s.high, s.bound, s.unit,
    s.status_before, s.low_before, s.high_before, s.bound_before, s.unit_before, s.fields, s.actor, s.reason,
    c.publisher, c.published_at, c.title, c.url, s.claim_key
FROM story AS s
LEFT JOIN said AS c USING (claim_key)
ORDER BY s.public_at, s.recorded_at, list_position(['told', 'figure', 'status'], s.what), s.term, s.claim_key
