-- purpose: what `dealtape why` prints: each figure of a deal and its status, what every claim says of it, what decided
-- grain: one term (or the status) in one claim
-- key: term, claim_key
-- A claim that counts no longer (rejected, kept back, withdrawn) is listed with the deal that took its place. Asked of the
-- tables under the views, where the rows of one deal are found soonest. What a person corrected stands beside what the
-- article says; a claim that a person corrected elsewhere is reviewed. evidence says where in which stored text the passages
-- of the claim lie, null for an erased article.
WITH counting AS (
    SELECT claim FROM base.core_deal_claims JOIN base.core_deal_numbers USING (deal) WHERE deal_id = $deal
),
former AS (
    SELECT claim
    FROM base.core_claims
    WHERE state <> 'active'
    AND claim_key IN (SELECT replace(old_deal_id, 'deal-', '') FROM base.core_former_ids WHERE deal_id = $deal)
),
members AS (
    SELECT c.claim_key, a.article_id, o.origin_id, c.status, c.state, c.review, c.reviewer, a.publisher, c.tier,
        a.published_at, c.reported_at, c.recorded_at, a.title, a.url, a.text_sha256,
        CASE WHEN NOT a.is_erased THEN c.evidence END AS evidence
    FROM (FROM counting UNION ALL FROM former)
    JOIN base.core_claims AS c USING (claim)
    JOIN base.core_articles AS a USING (position)
    JOIN base.core_origins AS o USING (position)
),
statuses AS (
    SELECT c.claim_key, 'status' AS term,
        CASE WHEN c.claim_key = s.claim_key THEN 'decides' WHEN c.status = s.status THEN 'agrees' ELSE 'outweighed' END AS part,
        CASE WHEN c.claim_key = s.claim_key THEN 'the deal is ' || s.status END AS rule
    FROM members AS c
    JOIN deal_status_history AS s ON s.deal_id = $deal AND s.is_current
),
terms AS (
    SELECT f.claim_key, f.term, f.part, f.low, f.high, f.bound, f.unit,
        CASE WHEN f.part IN ('decides', 'bounds') THEN f.authority || ', ' || f.certainty END AS rule
    FROM figures AS f
    WHERE f.deal_id = $deal
),
listed AS (
    SELECT * FROM statuses
    UNION ALL BY NAME
    SELECT * FROM terms
)
SELECT l.term, CASE WHEN c.state = 'active' THEN l.part ELSE c.state END AS part, l.low, l.high, l.bound, l.unit,
    nullif(concat_ws(', ', l.rule, CASE
        WHEN c.review = 'accept' THEN 'accepted by ' || c.reviewer
        WHEN c.review = 'reject' THEN 'rejected by ' || c.reviewer
        WHEN c.review = 'replace' THEN if(r.term IS NULL, 'reviewed by ', 'corrected by ') || c.reviewer END), '') AS rule,
    r.article.status AS article_status, r.article.low AS article_low, r.article.high AS article_high,
    r.article.bound AS article_bound, r.article.unit AS article_unit, r.term IS NOT NULL AS is_corrected,
    c.status, c.publisher, c.tier, c.published_at, c.reported_at, c.recorded_at, c.title, c.url,
    c.claim_key, c.article_id, c.origin_id, c.text_sha256, c.evidence
FROM listed AS l
JOIN members AS c USING (claim_key)
LEFT JOIN base.core_revised AS r ON r.claim_key = l.claim_key AND r.term = l.term AND r.is_last
    AND c.review = 'replace' AND r.article IS DISTINCT FROM r.after
ORDER BY list_position(['status', 'amount', 'equity', 'debt', 'valuation', 'power', 'chips'], l.term),
    c.state <> 'active', list_position(['decides', 'bounds', 'agrees', 'contradicts', 'outweighed'], l.part),
    c.reported_at DESC, c.claim_key
