-- purpose: rows that name a deal, claim, article or organisation that is not there
-- grain: one dangling reference
-- key: relation, reference
-- severity: fail
SELECT 'deal_parties' AS relation, deal_id AS reference FROM deal_parties ANTI JOIN deals USING (deal_id)
UNION ALL
SELECT 'deal_parties', organization_id FROM deal_parties ANTI JOIN organizations USING (organization_id)
UNION ALL
SELECT 'deal_terms', deal_id FROM deal_terms ANTI JOIN deals USING (deal_id)
UNION ALL
SELECT 'deal_terms', claim_key FROM deal_terms ANTI JOIN claims USING (claim_key)
UNION ALL
SELECT 'deal_status_history', claim_key FROM deal_status_history ANTI JOIN claims USING (claim_key)
UNION ALL
SELECT 'deal_relations', deal_id FROM deal_relations ANTI JOIN deals USING (deal_id)
UNION ALL
SELECT 'deal_relations', related_deal_id FROM deal_relations AS r ANTI JOIN deals AS d ON d.deal_id = r.related_deal_id
UNION ALL
SELECT 'claims', article_id FROM claims ANTI JOIN articles USING (article_id)
UNION ALL
SELECT 'articles', source FROM articles ANTI JOIN sources USING (source)
UNION ALL
SELECT 'denials', claim_key FROM denials ANTI JOIN claims USING (claim_key)
