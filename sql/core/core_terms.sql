-- purpose: what is believed now of a deal's figures, side by side
-- grain: one deal with any figure
-- key: deal
CREATE TEMP TABLE core_terms AS
SELECT deal,
    max(low) FILTER (term = 'amount') AS amount_low, max(high) FILTER (term = 'amount') AS amount_high,
    max(bound) FILTER (term = 'amount') AS amount_bound, max(unit) FILTER (term = 'amount') AS amount_currency,
    max(low_usd) FILTER (term = 'amount') AS amount_low_usd, max(high_usd) FILTER (term = 'amount') AS amount_high_usd,
    max(low) FILTER (term = 'equity') AS equity_low, max(high) FILTER (term = 'equity') AS equity_high,
    max(bound) FILTER (term = 'equity') AS equity_bound, max(unit) FILTER (term = 'equity') AS equity_currency,
    max(low_usd) FILTER (term = 'equity') AS equity_low_usd, max(high_usd) FILTER (term = 'equity') AS equity_high_usd,
    max(low) FILTER (term = 'debt') AS debt_low, max(high) FILTER (term = 'debt') AS debt_high,
    max(bound) FILTER (term = 'debt') AS debt_bound, max(unit) FILTER (term = 'debt') AS debt_currency,
    max(low_usd) FILTER (term = 'debt') AS debt_low_usd, max(high_usd) FILTER (term = 'debt') AS debt_high_usd,
    max(low) FILTER (term = 'valuation') AS valuation_low, max(high) FILTER (term = 'valuation') AS valuation_high,
    max(bound) FILTER (term = 'valuation') AS valuation_bound,
    max(unit) FILTER (term = 'valuation') AS valuation_currency,
    max(low_usd) FILTER (term = 'valuation') AS valuation_low_usd,
    max(high_usd) FILTER (term = 'valuation') AS valuation_high_usd,
    max(low) FILTER (term = 'power') AS power_low_mw, max(high) FILTER (term = 'power') AS power_high_mw,
    max(bound) FILTER (term = 'power') AS power_bound,
    CAST(max(low) FILTER (term = 'chips') AS BIGINT) AS chips_low,
    CAST(max(high) FILTER (term = 'chips') AS BIGINT) AS chips_high,
    max(bound) FILTER (term = 'chips') AS chips_bound
FROM base.core_beliefs
WHERE reported_until IS NULL
GROUP BY deal
