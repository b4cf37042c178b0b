-- purpose: what deal identity looks at, figures in US dollars
-- grain: one claim, active or not
-- key: claim_key
CREATE TEMP TABLE core_identity_claims AS
SELECT t.claim_key, t.article_id, t.position AS commit, 0 AS row, t.ordinal, t.kind, t.status, t.active,
    t.recipient, t.target, t.acquirer, t.provider, t.customer, t.guarantor, t.beneficiary, t.owner,
    t.investors, t.partners, t.stage, t.instrument, t.site, t.amount_bound, t.occurred_on, t.occurred_precision,
    t.published_on,
    CAST(coalesce(t.amount_low, t.amount_high) AS DOUBLE) * a.usd_per_unit AS amount_usd,
    CAST(coalesce(t.equity_low, t.equity_high) AS DOUBLE) * e.usd_per_unit AS equity_usd,
    CAST(coalesce(t.debt_low, t.debt_high) AS DOUBLE) * d.usd_per_unit AS debt_usd,
    CAST(coalesce(t.valuation_low, t.valuation_high) AS DOUBLE) * v.usd_per_unit AS valuation_usd,
    CAST(coalesce(t.power_low_mw, t.power_high_mw) AS DOUBLE) AS power_mw,
    CAST(coalesce(t.chips_low, t.chips_high) AS DOUBLE) AS chips
FROM core_told_claims AS t
LEFT JOIN core_prices AS a
    ON a.currency = t.amount_currency AND a.priced_on = t.priced_on AND a.priced_precision = t.priced_precision
LEFT JOIN core_prices AS e
    ON e.currency = t.equity_currency AND e.priced_on = t.priced_on AND e.priced_precision = t.priced_precision
LEFT JOIN core_prices AS d
    ON d.currency = t.debt_currency AND d.priced_on = t.priced_on AND d.priced_precision = t.priced_precision
LEFT JOIN core_prices AS v
    ON v.currency = t.valuation_currency AND v.priced_on = t.priced_on AND v.priced_precision = t.priced_precision
