-- purpose: what is believed now of a deal's figures, side by side
-- grain: one deal with any figure
-- key: deal
CREATE TEMP TABLE core_terms AS
WITH current AS (
    FROM base.core_beliefs WHERE reported_until IS NULL
),
stated AS (
    SELECT DISTINCT deal FROM current
)
SELECT s.deal,
    a.low AS amount_low, a.high AS amount_high, a.bound AS amount_bound, a.unit AS amount_currency,
    a.low_usd AS amount_low_usd, a.high_usd AS amount_high_usd,
    e.low AS equity_low, e.high AS equity_high, e.bound AS equity_bound, e.unit AS equity_currency,
    e.low_usd AS equity_low_usd, e.high_usd AS equity_high_usd,
    d.low AS debt_low, d.high AS debt_high, d.bound AS debt_bound, d.unit AS debt_currency,
    d.low_usd AS debt_low_usd, d.high_usd AS debt_high_usd,
    v.low AS valuation_low, v.high AS valuation_high, v.bound AS valuation_bound, v.unit AS valuation_currency,
    v.low_usd AS valuation_low_usd, v.high_usd AS valuation_high_usd,
    p.low AS power_low_mw, p.high AS power_high_mw, p.bound AS power_bound,
    CAST(c.low AS BIGINT) AS chips_low, CAST(c.high AS BIGINT) AS chips_high, c.bound AS chips_bound
FROM stated AS s
LEFT JOIN current AS a ON a.deal = s.deal AND a.term = 'amount'
LEFT JOIN current AS e ON e.deal = s.deal AND e.term = 'equity'
LEFT JOIN current AS d ON d.deal = s.deal AND d.term = 'debt'
LEFT JOIN current AS v ON v.deal = s.deal AND v.term = 'valuation'
LEFT JOIN current AS p ON p.deal = s.deal AND p.term = 'power'
LEFT JOIN current AS c ON c.deal = s.deal AND c.term = 'chips'
