-- purpose: which denials were reversed, by which deal, after how many days?
-- grain: what one speaker said of one deal
-- key: recipient, speaker, denied_on
SELECT n.recipient, n.speaker, n.status, n.denied_on, n.denied_kind, n.days_to_reversal, r.kind AS reversed_by,
    r.amount_high_usd AS reversed_by_usd
FROM denials AS n
LEFT JOIN deals AS r ON r.deal_id = n.reversed_by
ORDER BY n.denied_on, n.recipient, n.speaker
