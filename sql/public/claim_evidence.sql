-- purpose: the passages that each claim rests on, as offsets into the stored text; the text is kept apart
-- grain: one passage of a claim
-- key: claim_key, passage
-- In an order, since that in which the tables below it are filled depends on how many threads do it.
-- An erased article is quoted no more, also where another article has the same text and keeps it.
CREATE VIEW claim_evidence AS
WITH passages AS (
    SELECT position, claim, claim_key, unnest(evidence) AS span, generate_subscripts(evidence, 1) AS passage
    FROM base.core_claims
)
SELECT p.claim_key, CAST(p.passage AS INTEGER) AS passage, a.text_sha256, p.span.start AS start_at, p.span.end AS end_at
FROM passages AS p
JOIN base.core_articles AS a USING (position)
WHERE NOT a.is_erased
ORDER BY p.claim, p.passage
