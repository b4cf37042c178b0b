-- purpose: every figure that an active claim states, with its value in US dollars
-- grain: one term of one claim
-- key: figure; also claim_key, term
-- track numbers a term of a deal, figure a term of a claim in the order of weights. What is in dollars, and the second end
-- of an exact figure, is not multiplied: that takes the most time.
CREATE TABLE base.core_figures AS
WITH stated AS (
    SELECT claim, 1 AS place, 'amount' AS term, amount_low AS low, amount_high AS high, amount_bound AS bound,
        amount_currency AS unit, priced_on, priced_precision
    FROM base.core_claims WHERE amount_bound IS NOT NULL
    UNION ALL
    SELECT claim, 2, 'equity', equity_low, equity_high, equity_bound, equity_currency, priced_on, priced_precision
    FROM base.core_claims WHERE equity_bound IS NOT NULL
    UNION ALL
    SELECT claim, 3, 'debt', debt_low, debt_high, debt_bound, debt_currency, priced_on, priced_precision
    FROM base.core_claims WHERE debt_bound IS NOT NULL
    UNION ALL
    SELECT claim, 4, 'valuation', valuation_low, valuation_high, valuation_bound, valuation_currency, priced_on,
        priced_precision
    FROM base.core_claims WHERE valuation_bound IS NOT NULL
    UNION ALL
    SELECT claim, 5, 'power', power_low_mw, power_high_mw, power_bound, 'MW', priced_on, priced_precision
    FROM base.core_claims WHERE power_bound IS NOT NULL
    UNION ALL
    SELECT claim, 6, 'chips', chips_low, chips_high, chips_bound, 'chips', priced_on, priced_precision
    FROM base.core_claims WHERE chips_bound IS NOT NULL
),
priced AS (
    SELECT s.*, p.currency, p.usd_per_unit AS rate, p.rate_on, p.rate_precision, p.is_default AS rate_is_default,
        c.deal, c.weight, c.strength, c.reported_at, c.recorded_at, c.origin,
        CASE WHEN p.currency = 'USD' THEN s.low
            ELSE TRY_CAST(CAST(s.low AS DECIMAL(22, 2)) * p.usd_per_unit AS DECIMAL(18, 2)) END AS low_usd
    FROM stated AS s
    JOIN base.core_deal_claims AS c USING (claim)
    LEFT JOIN core_prices AS p
        ON p.currency = s.unit AND p.priced_on = s.priced_on AND p.priced_precision = s.priced_precision
)
SELECT term, low, high, bound, unit, low_usd,
    CASE WHEN high = low THEN low_usd WHEN currency = 'USD' THEN high
        ELSE TRY_CAST(CAST(high AS DECIMAL(22, 2)) * rate AS DECIMAL(18, 2)) END AS high_usd,
    rate, rate_on, rate_precision, rate_is_default, deal, deal * 10 + place AS track, weight * 10 + place AS figure,
    weight, strength, reported_at, recorded_at, origin
FROM priced
