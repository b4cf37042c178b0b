-- purpose: rows that name a deal, claim, article or organisation that is not there
-- grain: one dangling reference
-- key: relation, reference
-- severity: fail
WITH named_deals AS (
    SELECT 'deal_parties' AS relation, deal_id FROM deal_parties
    UNION ALL
    SELECT 'deal_terms', deal_id FROM base.core_deal_numbers SEMI JOIN base.core_beliefs USING (deal)
    UNION ALL
    SELECT 'deal_relations', unnest([deal_id, related_deal_id]) FROM deal_relations
)
SELECT relation, deal_id AS reference FROM named_deals ANTI JOIN deals USING (deal_id)
UNION ALL
SELECT 'denials', claim_key FROM denials ANTI JOIN base.core_deal_claims USING (claim_key)
UNION ALL
SELECT 'deal_terms', CAST(b.figure AS VARCHAR)
FROM base.core_beliefs AS b
ANTI JOIN base.core_deal_claims AS c ON c.weight = b.figure // 10
UNION ALL
SELECT 'articles', source FROM base.core_articles ANTI JOIN sources USING (source)
UNION ALL
SELECT 'deal_parties', organization_id FROM deal_parties ANTI JOIN organizations USING (organization_id)
UNION ALL
SELECT 'organizations', o.reference
FROM (SELECT unnest([parent_id, group_id]) AS reference FROM organizations) AS o
ANTI JOIN organizations AS w ON w.organization_id = o.reference
WHERE o.reference IS NOT NULL
UNION ALL
SELECT 'money_flows', m.reference
FROM (SELECT unnest([payer_id, payee_id, payer_group_id, payee_group_id]) AS reference FROM money_flows) AS m
ANTI JOIN organizations AS w ON w.organization_id = m.reference
WHERE m.reference IS NOT NULL
