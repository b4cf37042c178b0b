-- purpose: every claim that was ever told, active or not, as identity sees it: an old claim keeps a deal's id and links
-- grain: one claim
-- key: claim_key
CREATE TEMP TABLE core_told_claims AS
WITH active AS (
    SELECT claim, claim_key FROM core_claims WHERE state = 'active'
),
retired AS (
    SELECT c.*, r.article_id,
        coalesce(c.occurred_on, CAST(r.published_at AS DATE)) AS priced_on,
        CASE WHEN c.occurred_on IS NULL THEN 'day' ELSE c.occurred_precision END AS priced_precision,
        r.published_at, r.published_precision, false AS active,
        row_number() OVER (PARTITION BY c.claim_key ORDER BY c.position DESC) AS newest
    FROM stg_claims AS c
    JOIN stg_readings AS r ON r.position = c.position
    ANTI JOIN active AS a USING (claim)
    ANTI JOIN active AS b ON b.claim_key = c.claim_key
),
told AS (
    SELECT *, true AS active FROM core_claims WHERE state = 'active'
    UNION ALL BY NAME
    SELECT * EXCLUDE (newest) FROM retired WHERE newest = 1
)
SELECT t.claim_key, t.article_id, t.ordinal, t.kind, t.status, t.active,
    coalesce(f.first_position, t.position) AS position,
    t.recipient, t.target, t.acquirer, t.provider, t.customer, t.guarantor, t.beneficiary, t.owner, t.speaker,
    t.investors, t.leads, t.partners, t.stage, t.instrument, t.site, t.occurred_on, t.occurred_precision,
    t.amount_low, t.amount_high, t.amount_bound, t.amount_currency,
    t.equity_low, t.equity_high, t.equity_currency, t.debt_low, t.debt_high, t.debt_currency,
    t.valuation_low, t.valuation_high, t.valuation_currency,
    t.power_low_mw, t.power_high_mw, t.chips_low, t.chips_high,
    t.priced_on, t.priced_precision,
    CASE t.published_precision
        WHEN 'year' THEN CAST(date_trunc('year', t.published_at) + INTERVAL 1 YEAR - INTERVAL 1 DAY AS DATE)
        WHEN 'month' THEN last_day(t.published_at)
        ELSE CAST(t.published_at AS DATE) END AS published_on
FROM told AS t
LEFT JOIN core_first_told AS f ON f.claim = t.claim
