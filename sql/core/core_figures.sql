-- purpose: every figure that an active claim states, with its value in US dollars
-- grain: one term of one claim
-- key: claim_key, term
CREATE TEMP TABLE core_figures AS
WITH stated AS (
    SELECT claim_key, 'amount' AS term, amount_low AS low, amount_high AS high, amount_bound AS bound,
        amount_currency AS unit
    FROM core_claims WHERE state = 'active' AND amount_bound IS NOT NULL
    UNION ALL
    SELECT claim_key, 'equity', equity_low, equity_high, equity_bound, equity_currency
    FROM core_claims WHERE state = 'active' AND equity_bound IS NOT NULL
    UNION ALL
    SELECT claim_key, 'debt', debt_low, debt_high, debt_bound, debt_currency
    FROM core_claims WHERE state = 'active' AND debt_bound IS NOT NULL
    UNION ALL
    SELECT claim_key, 'valuation', valuation_low, valuation_high, valuation_bound, valuation_currency
    FROM core_claims WHERE state = 'active' AND valuation_bound IS NOT NULL
    UNION ALL
    SELECT claim_key, 'power', power_low_mw, power_high_mw, power_bound, 'MW'
    FROM core_claims WHERE state = 'active' AND power_bound IS NOT NULL
    UNION ALL
    SELECT claim_key, 'chips', chips_low, chips_high, chips_bound, 'chips'
    FROM core_claims WHERE state = 'active' AND chips_bound IS NOT NULL
)
SELECT s.claim_key, c.deal_id, s.term, s.low, s.high, s.bound, s.unit,
    TRY_CAST(CAST(s.low AS DECIMAL(22, 2)) * p.usd_per_unit AS DECIMAL(18, 2)) AS low_usd,
    TRY_CAST(CAST(s.high AS DECIMAL(22, 2)) * p.usd_per_unit AS DECIMAL(18, 2)) AS high_usd,
    p.usd_per_unit AS rate, p.rate_on, p.rate_precision, p.is_default AS rate_is_default,
    c.strength, c.weight, c.tier, c.reported_at, c.recorded_at, c.origin_id
FROM stated AS s
JOIN core_deal_claims AS c USING (claim_key)
LEFT JOIN core_prices AS p
    ON p.currency = s.unit AND p.priced_on = c.priced_on AND p.priced_precision = c.priced_precision
