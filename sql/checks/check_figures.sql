-- purpose: figures that are stated but too large to hold, so that they count nowhere
-- grain: one figure of a claim
-- key: claim_key, term
-- severity: warn
SELECT claim_key, term, unit FROM figures WHERE low IS NULL AND high IS NULL
