-- purpose: which sums of single investors are part of a round, so that adding both would count them twice?
-- grain: one investor's sum in a round
-- key: recipient, investor, round_usd
SELECT i.recipient, i.investor, i.amount_bound AS bound, coalesce(i.amount_low_usd, i.amount_high_usd) AS part_usd,
    coalesce(r.amount_low_usd, r.amount_high_usd) AS round_usd, r.status
FROM round_investors AS i
JOIN funding_rounds AS r USING (deal_id)
WHERE i.investment_deal_id IS NOT NULL
ORDER BY i.recipient, i.investor, round_usd
