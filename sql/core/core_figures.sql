-- purpose: every figure that an active claim states, with its value in US dollars
-- grain: one term of one claim
-- key: figure; also claim_key, term
-- track numbers a term of a deal, figure a term of a claim in the order of weights.
CREATE TABLE base.core_figures AS
WITH stated AS (
    SELECT claim, 1 AS place, 'amount' AS term, amount_low AS low, amount_high AS high, amount_bound AS bound,
        amount_currency AS unit
    FROM base.core_claims WHERE amount_bound IS NOT NULL
    UNION ALL
    SELECT claim, 2, 'equity', equity_low, equity_high, equity_bound, equity_currency
    FROM base.core_claims WHERE equity_bound IS NOT NULL
    UNION ALL
    SELECT claim, 3, 'debt', debt_low, debt_high, debt_bound, debt_currency
    FROM base.core_claims WHERE debt_bound IS NOT NULL
    UNION ALL
    SELECT claim, 4, 'valuation', valuation_low, valuation_high, valuation_bound, valuation_currency
    FROM base.core_claims WHERE valuation_bound IS NOT NULL
    UNION ALL
    SELECT claim, 5, 'power', power_low_mw, power_high_mw, power_bound, 'MW'
    FROM base.core_claims WHERE power_bound IS NOT NULL
    UNION ALL
    SELECT claim, 6, 'chips', chips_low, chips_high, chips_bound, 'chips'
    FROM base.core_claims WHERE chips_bound IS NOT NULL
)
SELECT s.* EXCLUDE (claim, place),
    TRY_CAST(CAST(s.low AS DECIMAL(22, 2)) * p.usd_per_unit AS DECIMAL(18, 2)) AS low_usd,
    TRY_CAST(CAST(s.high AS DECIMAL(22, 2)) * p.usd_per_unit AS DECIMAL(18, 2)) AS high_usd,
    p.usd_per_unit AS rate, p.rate_on, p.rate_precision, p.is_default AS rate_is_default,
    c.deal, c.deal * 10 + s.place AS track, c.weight * 10 + s.place AS figure,
    c.weight, c.strength, c.reported_at, c.recorded_at, c.origin
FROM stated AS s
JOIN base.core_deal_claims AS c USING (claim)
LEFT JOIN core_prices AS p
    ON p.currency = s.unit AND p.priced_on = c.priced_on AND p.priced_precision = c.priced_precision
