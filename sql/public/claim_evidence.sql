-- purpose: the passages that each claim rests on, as offsets into the stored text; the text is kept apart
-- grain: one passage of a claim
-- key: claim_key, passage
CREATE TABLE claim_evidence AS
WITH passages AS (
    SELECT claim, claim_key, unnest(evidence) AS span, generate_subscripts(evidence, 1) AS passage FROM core_claims
)
SELECT claim_key, CAST(passage AS INTEGER) AS passage, span.start AS start_at, span.end AS end_at
FROM passages
ORDER BY claim, passage
