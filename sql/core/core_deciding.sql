-- purpose: links of two deals or two organisations that a changed fact may follow from, and how near each is to it
-- grain: one link that concerns one changed fact
-- key: deal_id, subject, event_id
-- Nearest (1) is a link of organisations to the party of that name, then (2) one of the deal by any of its ids, then (3) one
-- of organisations with any part in the deal.
CREATE TEMP TABLE core_deciding AS
WITH said AS (
    SELECT event_id, subject, unnest([subject_id, other_id]) AS named FROM corrections WHERE subject IN ('deal', 'organization')
),
changed AS (
    SELECT deal_id, subject, CASE WHEN subject = 'deal' THEN coalesce(after, deal_id) ELSE deal_id END AS today,
        CASE WHEN contains(subject, ' ') THEN substr(subject, strpos(subject, ' ') + 1) END AS party
    FROM core_changed
),
of_deals AS (
    SELECT s.event_id, n.deal_id AS today
    FROM said AS s
    JOIN base.core_deal_claims AS c ON c.claim_key = regexp_replace(s.named, '^deal-', '')
    JOIN base.core_deal_numbers AS n USING (deal)
    WHERE s.subject = 'deal'
    UNION ALL
    SELECT s.event_id, coalesce(f.deal_id, f.old_deal_id)
    FROM said AS s
    JOIN base.core_former_ids AS f ON regexp_replace(f.old_deal_id, '^deal-', '') = regexp_replace(s.named, '^deal-', '')
    WHERE s.subject = 'deal'
),
of_organizations AS (
    SELECT s.event_id, o.organization_id, unnest([o.name, o.canonical_name]) AS party
    FROM said AS s
    JOIN organization_aliases AS o ON s.named IN (o.name, o.organization_id)
    WHERE s.subject = 'organization'
),
near AS (
    SELECT c.deal_id, c.subject, o.event_id, 1 AS distance FROM changed AS c JOIN of_organizations AS o USING (party)
    UNION ALL
    SELECT c.deal_id, c.subject, d.event_id, 2 FROM changed AS c JOIN of_deals AS d USING (today)
    UNION ALL
    SELECT c.deal_id, c.subject, o.event_id, 3
    FROM changed AS c
    JOIN deal_parties AS p ON p.deal_id = c.today
    JOIN of_organizations AS o USING (organization_id)
)
SELECT deal_id, subject, event_id, min(distance) AS distance FROM near GROUP BY deal_id, subject, event_id
