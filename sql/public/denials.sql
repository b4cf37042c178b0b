-- purpose: who denied or halted which deal, when, and what came after
-- grain: what one speaker said of one deal
-- key: deal_id, speaker, status
-- A denial is reversed when its deal is announced or completed later, or else when the organisation's next round,
-- investment or sale is announced within 180 days of it.
CREATE TABLE denials AS
WITH told AS (
    SELECT c.*, s.name AS speaker, s.organization_id AS speaker_id,
        r.name AS recipient, r.organization_id AS recipient_id
    FROM core_deal_claims AS c
    LEFT JOIN (
        SELECT p.claim_key, o.name, o.organization_id
        FROM core_parties AS p JOIN core_organizations AS o USING (organization_id) WHERE p.role = 'speaker'
    ) AS s USING (claim_key)
    LEFT JOIN (
        SELECT p.claim_key, o.name, o.organization_id
        FROM core_parties AS p JOIN core_organizations AS o USING (organization_id) WHERE p.role = 'recipient'
    ) AS r USING (claim_key)
    WHERE c.is_denial
),
denied AS (
    SELECT deal_id, speaker, status, min(speaker_id) AS speaker_id,
        arg_max((recipient_id, recipient), weight) FILTER (recipient_id IS NOT NULL) AS recipient,
        min(said_at) AS said_at, arg_min(claim_key, (said_at, claim_key)) AS claim_key,
        min(reported_at) AS first_reported_at, min(recorded_at) AS recorded_at,
        count(*) AS claims, count(DISTINCT origin_id) AS origins
    FROM told
    GROUP BY deal_id, speaker, status
),
announced AS (
    SELECT n.deal_id, n.speaker, n.status, c.reported_at, c.deal_id AS by_deal
    FROM denied AS n
    JOIN core_deal_claims AS c ON c.deal_id = n.deal_id
    WHERE c.sureness >= 4 AND NOT c.is_denial AND c.reported_at > n.said_at
    UNION ALL
    SELECT n.deal_id, n.speaker, n.status, d.confirmed_at, d.deal_id
    FROM denied AS n
    JOIN core_deals AS d ON d.main_party_id = n.recipient[1]
    WHERE d.kind IN ('funding_round', 'investment', 'acquisition') AND d.first_reported_at > n.said_at
        AND d.confirmed_at <= n.said_at + INTERVAL 180 DAY
),
settled AS (
    SELECT deal_id, speaker, status, min((reported_at, by_deal)) AS reversal
    FROM announced
    GROUP BY deal_id, speaker, status
)
SELECT n.deal_id, n.recipient[2] AS recipient, n.recipient[1] AS recipient_id, n.speaker, n.speaker_id, n.status,
    d.kind AS denied_kind, d.status AS deal_status, CAST(n.said_at AS DATE) AS denied_on,
    n.first_reported_at, n.recorded_at, n.claims, n.origins, n.claim_key,
    s.reversal[1] AS reversed_at, s.reversal[2] AS reversed_by,
    date_diff('day', CAST(n.said_at AS DATE), CAST(s.reversal[1] AS DATE)) AS days_to_reversal
FROM denied AS n
JOIN core_deals AS d USING (deal_id)
LEFT JOIN settled AS s
    ON s.deal_id = n.deal_id AND s.speaker IS NOT DISTINCT FROM n.speaker AND s.status = n.status
ORDER BY n.deal_id, n.speaker, n.status
