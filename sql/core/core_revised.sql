-- purpose: what reviews made of the status and figures of claims: what the article says, what stood before, what stands
-- grain: one term of one review of a claim that was read
-- key: event_id, term
-- The newest reading says what the article says, else what the person saw.
CREATE TABLE base.core_revised AS
WITH newest AS (
    SELECT c.claim_key, c.read_as FROM base.core_articles AS a JOIN stg_reviewed AS c ON c.position = a.position
),
reviewed AS (
    SELECT r.event_id, r.claim_key, r.commit, r.row, coalesce(n.read_as, r.basis) AS article,
        CASE WHEN r.verdict = 'replace' THEN json_merge_patch(article, r.fields) ELSE article END AS after
    FROM stg_reviews AS r
    LEFT JOIN newest AS n USING (claim_key)
    WHERE article IS NOT NULL
),
terms AS (
    FROM (VALUES
        ('status', '$.status', NULL, NULL, NULL, NULL, NULL),
        ('amount', NULL, '$.amount_low', '$.amount_high', '$.amount_bound', '$.amount_currency', NULL),
        ('equity', NULL, '$.equity_low', '$.equity_high', '$.equity_bound', '$.equity_currency', NULL),
        ('debt', NULL, '$.debt_low', '$.debt_high', '$.debt_bound', '$.debt_currency', NULL),
        ('valuation', NULL, '$.valuation_low', '$.valuation_high', '$.valuation_bound', '$.valuation_currency', NULL),
        ('power', NULL, '$.power_low_mw', '$.power_high_mw', '$.power_bound', NULL, 'MW'),
        ('chips', NULL, '$.chips_low', '$.chips_high', '$.chips_bound', NULL, 'chips')
    ) AS t (term, status, low, high, bound, currency, unit)
),
said AS (
    SELECT r.event_id, r.claim_key, r.commit, r.row, t.term, {
        'status': r.article ->> t.status, 'low': TRY_CAST(r.article ->> t.low AS DECIMAL(18, 2)),
        'high': TRY_CAST(r.article ->> t.high AS DECIMAL(18, 2)), 'bound': r.article ->> t.bound,
        'unit': coalesce(r.article ->> t.currency, t.unit)
    } AS article, {
        'status': r.after ->> t.status, 'low': TRY_CAST(r.after ->> t.low AS DECIMAL(18, 2)),
        'high': TRY_CAST(r.after ->> t.high AS DECIMAL(18, 2)), 'bound': r.after ->> t.bound,
        'unit': coalesce(r.after ->> t.currency, t.unit)
    } AS after
    FROM reviewed AS r
    CROSS JOIN terms AS t
)
SELECT event_id, claim_key, term, article, coalesce(lag(after) OVER earlier, article) AS before, after,
    lead(event_id) OVER earlier IS NULL AS is_last
FROM said
WINDOW earlier AS (PARTITION BY claim_key, term ORDER BY commit, row)
