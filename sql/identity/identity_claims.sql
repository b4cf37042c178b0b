-- purpose: what deal identity looks at, figures in US dollars
-- grain: one claim, active or not
-- key: claim_key
SELECT c.claim_key, c.claim, t.article, t.position AS commit, 0 AS row, c.ordinal, c.kind, c.status, t.active,
    c.recipient, c.target, c.acquirer, c.provider, c.customer, c.guarantor, c.beneficiary, c.owner,
    c.investors, c.partners, c.stage, c.instrument, c.site, c.amount_bound, c.occurred_on, c.occurred_precision,
    t.published_on,
    CAST(coalesce(c.amount_low, c.amount_high) AS DOUBLE) * a.usd_per_unit AS amount_usd,
    CAST(coalesce(c.equity_low, c.equity_high) AS DOUBLE) * e.usd_per_unit AS equity_usd,
    CAST(coalesce(c.debt_low, c.debt_high) AS DOUBLE) * d.usd_per_unit AS debt_usd,
    CAST(coalesce(c.valuation_low, c.valuation_high) AS DOUBLE) * v.usd_per_unit AS valuation_usd,
    CAST(coalesce(c.power_low_mw, c.power_high_mw) AS DOUBLE) AS power_mw,
    CAST(coalesce(c.chips_low, c.chips_high) AS DOUBLE) AS chips
FROM core_told_claims AS t
JOIN stg_claims AS c USING (claim)
LEFT JOIN core_prices AS a
    ON a.currency = c.amount_currency AND a.priced_on = t.priced_on AND a.priced_precision = t.priced_precision
LEFT JOIN core_prices AS e
    ON e.currency = c.equity_currency AND e.priced_on = t.priced_on AND e.priced_precision = t.priced_precision
LEFT JOIN core_prices AS d
    ON d.currency = c.debt_currency AND d.priced_on = t.priced_on AND d.priced_precision = t.priced_precision
LEFT JOIN core_prices AS v
    ON v.currency = c.valuation_currency AND v.priced_on = t.priced_on AND v.priced_precision = t.priced_precision
