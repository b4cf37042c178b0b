-- purpose: figures that are stated but too large to hold, so that they count nowhere
-- grain: one figure of a claim
-- key: claim_key, term
-- severity: warn
SELECT c.claim_key, f.term, f.unit
FROM base.core_figures AS f
JOIN base.core_deal_claims AS c USING (weight)
WHERE f.low IS NULL AND f.high IS NULL
