-- purpose: keys that stand twice
-- grain: one repeated key
-- key: relation, key
-- severity: fail
SELECT 'articles' AS relation, article_id AS key FROM base.core_articles GROUP BY article_id HAVING count(*) > 1
UNION ALL
SELECT 'claims', claim_key FROM base.core_claims GROUP BY claim_key HAVING count(*) > 1
UNION ALL
SELECT 'deals', deal_id FROM deals GROUP BY deal_id HAVING count(*) > 1
UNION ALL
SELECT 'deal_parties', concat_ws('/', deal_id, role, organization_id)
FROM deal_parties GROUP BY deal_id, role, organization_id HAVING count(*) > 1
UNION ALL
SELECT 'deal_relations', concat_ws('/', deal_id, related_deal_id)
FROM deal_relations GROUP BY deal_id, related_deal_id HAVING count(*) > 1
UNION ALL
SELECT 'deal_terms', concat_ws('/', track, reported_from)
FROM base.core_beliefs GROUP BY track, reported_from HAVING count(*) > 1
UNION ALL
SELECT 'deal_status_history', concat_ws('/', deal_id, reported_from)
FROM deal_status_history GROUP BY deal_id, reported_from HAVING count(*) > 1
UNION ALL
SELECT 'figures', CAST(figure AS VARCHAR) FROM base.core_figures GROUP BY figure HAVING count(*) > 1
UNION ALL
SELECT 'origins', CAST(position AS VARCHAR) FROM base.core_origins GROUP BY position HAVING count(*) > 1
UNION ALL
SELECT 'placed claims', CAST(claim AS VARCHAR) FROM base.core_deal_claims GROUP BY claim HAVING count(*) > 1
UNION ALL
SELECT 'conflicts', concat_ws('/', deal_id, subject, claim_key)
FROM conflicts GROUP BY deal_id, subject, claim_key HAVING count(*) > 1
UNION ALL
SELECT 'round_investors', concat_ws('/', deal_id, organization_id)
FROM round_investors GROUP BY deal_id, organization_id HAVING count(*) > 1
UNION ALL
SELECT 'money_flows', flow_id FROM money_flows GROUP BY flow_id HAVING count(*) > 1
UNION ALL
SELECT 'organizations', organization_id FROM organizations GROUP BY organization_id HAVING count(*) > 1
UNION ALL
SELECT 'mart_review_queue', concat_ws('/', question, subject_id, other_id)
FROM mart_review_queue GROUP BY question, subject_id, other_id HAVING count(*) > 1
UNION ALL
SELECT 'events', event_id FROM events GROUP BY event_id HAVING count(*) > 1
