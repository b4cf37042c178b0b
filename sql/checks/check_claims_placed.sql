-- purpose: claims that count without a deal, or that do not count and have one
-- grain: one claim
-- key: claim_key
-- severity: fail
SELECT c.claim_key, c.state, c.deal_id
FROM claims AS c
LEFT JOIN deals AS d USING (deal_id)
WHERE (c.state = 'active') <> (d.deal_id IS NOT NULL)
