-- purpose: which sums of single investors are part of a round, so that adding both would count them twice?
-- grain: one sum in a round, of one investor or of several who put it in together
-- key: recipient, investors, part_usd, round_usd
SELECT i.recipient, string_agg(i.investor, ', ' ORDER BY i.investor) AS investors, any_value(i.amount_bound) AS bound,
    any_value(coalesce(i.amount_low_usd, i.amount_high_usd)) AS part_usd,
    any_value(coalesce(r.amount_low_usd, r.amount_high_usd)) AS round_usd, any_value(r.status) AS status
FROM round_investors AS i
JOIN funding_rounds AS r USING (deal_id)
WHERE i.investment_deal_id IS NOT NULL
GROUP BY i.recipient, i.deal_id, i.investment_deal_id
ORDER BY i.recipient, investors, round_usd
