-- purpose: what does a gigawatt cost, deal by deal?
-- grain: one capacity deal with a sum and a power
-- key: customer, provider, site
SELECT customer, provider, site, status, power_low_mw, power_high_mw, amount_low_usd, amount_high_usd,
    CAST(
        coalesce(amount_low_usd, amount_high_usd) / coalesce(power_low_mw, power_high_mw) * 1000 AS DECIMAL(18, 0)
    ) AS usd_per_gw
FROM compute_capacity
WHERE amount_bound IS NOT NULL AND coalesce(power_low_mw, power_high_mw) > 0
ORDER BY usd_per_gw DESC, customer, provider
