-- purpose: what `dealtape why` prints: each figure of a deal and its status, what every claim says of it, what decided
-- grain: one term (or the status) in one claim
-- key: term, claim_key
WITH told AS (
    SELECT claim_key, unnest([
        {'term': 'amount', 'low': amount_low, 'high': amount_high, 'bound': amount_bound, 'unit': amount_currency},
        {'term': 'equity', 'low': equity_low, 'high': equity_high, 'bound': equity_bound, 'unit': equity_currency},
        {'term': 'debt', 'low': debt_low, 'high': debt_high, 'bound': debt_bound, 'unit': debt_currency},
        {'term': 'valuation', 'low': valuation_low, 'high': valuation_high, 'bound': valuation_bound,
            'unit': valuation_currency},
        {'term': 'power', 'low': power_low_mw, 'high': power_high_mw, 'bound': power_bound, 'unit': 'MW'},
        {'term': 'chips', 'low': chips_low, 'high': chips_high, 'bound': chips_bound, 'unit': 'chips'}
    ], recursive := true)
    FROM claims
    WHERE deal_id = $deal
),
figures AS (
    SELECT t.*, b.low AS believed_low, b.high AS believed_high, b.authority, b.certainty,
        CASE
            WHEN t.claim_key = b.claim_key THEN 'decides'
            WHEN t.claim_key = b.lower_claim_key THEN 'gives the lower bound'
            WHEN t.claim_key = b.upper_claim_key THEN 'gives the upper bound'
            WHEN t.low IS NOT DISTINCT FROM b.low AND t.high IS NOT DISTINCT FROM b.high THEN 'agrees'
            ELSE 'outweighed' END AS part
    FROM told AS t
    JOIN deal_terms AS b ON b.deal_id = $deal AND b.term = t.term AND b.is_current
    WHERE t.bound IS NOT NULL
),
statuses AS (
    SELECT c.claim_key, 'status' AS term, s.status AS authority,
        CASE
            WHEN c.claim_key = s.claim_key THEN 'decides'
            WHEN c.status = s.status THEN 'agrees'
            ELSE 'outweighed' END AS part
    FROM claims AS c
    JOIN deal_status_history AS s ON s.deal_id = c.deal_id AND s.is_current
    WHERE c.deal_id = $deal
),
listed AS (
    SELECT * FROM figures
    UNION ALL BY NAME
    SELECT * FROM statuses
)
SELECT l.term, CASE WHEN c.state = 'active' THEN l.part ELSE c.state END AS part,
    l.low, l.high, l.bound, l.unit,
    CASE
        WHEN l.part = 'outweighed' OR l.part = 'agrees' THEN NULL
        WHEN c.review IS NOT NULL AND c.review <> 'reject' THEN c.review || ' by ' || c.reviewer
        WHEN l.term = 'status' THEN 'deal is ' || l.authority
        ELSE l.authority || ', ' || l.certainty END AS rule,
    c.status, c.publisher, c.tier, c.published_at, c.reported_at, c.recorded_at, a.title, a.url,
    c.claim_key, c.article_id, c.origin_id
FROM listed AS l
JOIN claims AS c USING (claim_key)
JOIN articles AS a USING (article_id)
ORDER BY list_position(['status', 'amount', 'equity', 'debt', 'valuation', 'power', 'chips'], l.term),
    c.state <> 'active', l.part LIKE 'outweighed', l.part = 'agrees', c.reported_at DESC, c.claim_key
