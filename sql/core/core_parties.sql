-- purpose: who has a part in each active claim
-- grain: one organisation or person in one role in one claim
-- key: claim_key, role, organization_id
CREATE TEMP TABLE core_parties AS
WITH named AS (
    UNPIVOT (SELECT claim_key, recipient, target, acquirer, provider, customer, guarantor, beneficiary, owner, speaker
        FROM core_claims WHERE state = 'active')
    ON recipient, target, acquirer, provider, customer, guarantor, beneficiary, owner, speaker
    INTO NAME role VALUE name
    UNION ALL
    SELECT claim_key, 'investor', unnest(investors) FROM core_claims WHERE state = 'active'
    UNION ALL
    SELECT claim_key, 'lead', unnest(leads) FROM core_claims WHERE state = 'active'
    UNION ALL
    SELECT claim_key, 'partner', unnest(partners) FROM core_claims WHERE state = 'active'
)
SELECT DISTINCT ON (n.claim_key, n.role, o.organization_id) n.claim_key, n.role, o.organization_id, n.name
FROM named AS n
JOIN resolved_organizations AS o USING (name)
ORDER BY n.claim_key, n.role, o.organization_id, n.name
