-- purpose: how much power is announced for each user, counting shared capacity once, and how firm is it?
-- grain: one user of compute and status
-- key: customer, status
SELECT coalesce(customer, '(none named)') AS customer, status, count(*) AS contracts,
    CAST(sum(coalesce(power_low_mw, 0)) AS DECIMAL(18, 2)) AS low_mw,
    CASE WHEN bool_and(power_high_mw IS NOT NULL) THEN CAST(sum(power_high_mw) AS DECIMAL(18, 2)) END AS high_mw
FROM compute_capacity
WHERE capacity_counts AND power_bound IS NOT NULL
GROUP BY customer, status
ORDER BY low_mw DESC, customer, status
