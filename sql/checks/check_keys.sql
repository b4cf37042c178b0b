-- purpose: keys that stand twice
-- grain: one repeated key
-- key: relation, key
-- severity: fail
WITH keys AS (
    SELECT 'articles' AS relation, article_id AS key FROM articles
    UNION ALL
    SELECT 'claims', claim_key FROM claims
    UNION ALL
    SELECT 'deals', deal_id FROM deals
    UNION ALL
    SELECT 'deal_parties', concat_ws('/', deal_id, role, organization_id) FROM deal_parties
    UNION ALL
    SELECT 'deal_relations', concat_ws('/', deal_id, related_deal_id) FROM deal_relations
    UNION ALL
    SELECT 'deal_terms', concat_ws('/', deal_id, term, reported_from) FROM deal_terms
    UNION ALL
    SELECT 'deal_status_history', concat_ws('/', deal_id, reported_from) FROM deal_status_history
    UNION ALL
    SELECT 'figures', concat_ws('/', claim_key, term) FROM figures
    UNION ALL
    SELECT 'conflicts', concat_ws('/', deal_id, subject, claim_key) FROM conflicts
    UNION ALL
    SELECT 'round_investors', concat_ws('/', deal_id, organization_id) FROM round_investors
    UNION ALL
    SELECT 'money_flows', flow_id FROM money_flows
    UNION ALL
    SELECT 'organizations', organization_id FROM organizations
    UNION ALL
    SELECT 'events', event_id FROM events
)
SELECT relation, key FROM keys GROUP BY ALL HAVING count(*) > 1
