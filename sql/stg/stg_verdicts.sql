-- purpose: the review that holds for a claim: the last one, unless it withdrew
-- grain: one reviewed claim
-- key: claim_key
CREATE TEMP TABLE stg_verdicts AS
SELECT * EXCLUDE (newest)
FROM (SELECT *, row_number() OVER (PARTITION BY claim_key ORDER BY commit DESC, row DESC) AS newest FROM stg_reviews)
WHERE newest = 1 AND verdict <> 'withdraw'
