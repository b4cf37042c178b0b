-- purpose: claims that count without a deal, or that do not count and have one
-- grain: one claim
-- key: claim_key
-- severity: fail
WITH placed AS (
    SELECT claim, deal_id FROM base.core_deal_claims JOIN base.core_deal_numbers USING (deal) SEMI JOIN deals USING (deal_id)
)
SELECT c.claim_key, c.state, p.deal_id
FROM base.core_claims AS c
LEFT JOIN placed AS p USING (claim)
WHERE (c.state = 'active') <> (p.claim IS NOT NULL)
