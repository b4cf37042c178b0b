-- purpose: which suppliers invest in or guarantee their own customers, and for how much?
-- grain: one supplier and customer
-- key: supplier, customer
SELECT s.payee AS supplier, s.payer AS customer, string_agg(DISTINCT m.nature, ', ' ORDER BY m.nature) AS gives,
    CAST(sum(m.low_usd) AS DECIMAL(18, 2)) AS low_usd, CAST(sum(m.high_usd) AS DECIMAL(18, 2)) AS high_usd
FROM (SELECT DISTINCT payer, payer_id, payee, payee_id FROM money_flows WHERE nature = 'compute') AS s
JOIN money_flows AS m ON m.payer_id = s.payee_id AND m.payee_id = s.payer_id AND m.nature IN ('capital', 'guarantee')
WHERE m.status NOT IN ('denied', 'cancelled')
GROUP BY s.payee, s.payer
ORDER BY high_usd DESC NULLS LAST, supplier, customer
