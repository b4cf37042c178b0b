-- purpose: who denied or halted which deal, when, and what came after
-- grain: what one speaker said of one deal
-- key: deal_id, speaker, status
-- A denial is reversed when its deal is announced or completed later, or else when the organisation's next round,
-- investment or sale is announced within 180 days of it. What was done before the denial reverses nothing, whenever told.
CREATE TABLE denials AS
WITH named AS (
    SELECT p.weight, min(o.name) FILTER (p.role = 'speaker') AS speaker,
        min(o.organization_id) FILTER (p.role = 'speaker') AS speaker_id,
        min(o.name) FILTER (p.role = 'recipient') AS recipient,
        min(o.organization_id) FILTER (p.role = 'recipient') AS recipient_id
    FROM core_parties AS p
    JOIN core_organizations AS o USING (organization)
    WHERE p.role IN ('speaker', 'recipient')
    GROUP BY p.weight
),
denied AS (
    SELECT c.deal, n.speaker, ['denied', 'cancelled'][c.sureness + 1] AS status, min(n.speaker_id) AS speaker_id,
        arg_max((n.recipient_id, n.recipient), c.weight) FILTER (n.recipient_id IS NOT NULL) AS recipient,
        min(c.said_at) AS said_at, arg_min(c.claim_key, (c.said_at, c.claim_key)) AS claim_key,
        min(c.reported_at) AS first_reported_at, min(c.recorded_at) AS recorded_at,
        count(*) AS claims, count(DISTINCT c.origin) AS origins
    FROM base.core_deal_claims AS c
    LEFT JOIN named AS n USING (weight)
    WHERE c.is_denial
    GROUP BY c.deal, n.speaker, c.sureness
),
announced AS (
    SELECT n.deal, n.speaker, n.status, c.reported_at, c.deal AS by_deal
    FROM denied AS n
    JOIN base.core_deal_claims AS c ON c.deal = n.deal
    WHERE c.sureness >= 4 AND NOT c.is_denial AND c.said_at > n.said_at
    UNION ALL
    SELECT n.deal, n.speaker, n.status, c.reported_at, c.deal
    FROM denied AS n
    JOIN core_deals AS d ON d.main_party_id = n.recipient[1]
    JOIN base.core_deal_claims AS c ON c.deal = d.deal
    WHERE d.kind IN ('funding_round', 'investment', 'acquisition') AND d.first_reported_at > n.said_at
        AND c.sureness >= 4 AND c.said_at > n.said_at AND c.reported_at <= n.said_at + INTERVAL 180 DAY
),
settled AS (
    SELECT a.deal, a.speaker, a.status, min((a.reported_at, d.deal_id)) AS reversal
    FROM announced AS a
    JOIN base.core_deal_numbers AS d ON d.deal = a.by_deal
    GROUP BY a.deal, a.speaker, a.status
)
SELECT d.deal_id, n.recipient[2] AS recipient, n.recipient[1] AS recipient_id, n.speaker, n.speaker_id, n.status,
    d.kind AS denied_kind, d.status AS deal_status, CAST(n.said_at AS DATE) AS denied_on,
    n.first_reported_at, n.recorded_at, n.claims, n.origins, n.claim_key,
    s.reversal[1] AS reversed_at, s.reversal[2] AS reversed_by,
    date_diff('day', CAST(n.said_at AS DATE), CAST(s.reversal[1] AS DATE)) AS days_to_reversal
FROM denied AS n
JOIN core_deals AS d USING (deal)
LEFT JOIN settled AS s ON s.deal = n.deal AND s.speaker IS NOT DISTINCT FROM n.speaker AND s.status = n.status
ORDER BY d.deal_id, n.speaker, n.status
