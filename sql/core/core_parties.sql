-- purpose: who has a part in each active claim
-- grain: one organisation or person in one role in one claim
-- key: weight, role, organization
CREATE TEMP TABLE core_parties AS
WITH counting AS (
    SELECT d.weight, d.deal, c.recipient, c.target, c.acquirer, c.provider, c.customer, c.guarantor, c.beneficiary,
        c.owner, c.speaker, c.investors, c.leads, c.partners
    FROM base.core_claims AS c
    JOIN base.core_deal_claims AS d USING (claim)
),
named AS (
    UNPIVOT (
        SELECT weight, deal, recipient, target, acquirer, provider, customer, guarantor, beneficiary, owner, speaker
        FROM counting
    )
    ON recipient, target, acquirer, provider, customer, guarantor, beneficiary, owner, speaker
    INTO NAME role VALUE name
    UNION ALL
    SELECT weight, deal, 'investor', unnest(investors) FROM counting WHERE investors IS NOT NULL
    UNION ALL
    SELECT weight, deal, 'lead', unnest(leads) FROM counting WHERE leads IS NOT NULL
    UNION ALL
    SELECT weight, deal, 'partner', unnest(partners) FROM counting WHERE partners IS NOT NULL
)
SELECT DISTINCT n.weight, n.deal, n.role, o.organization
FROM named AS n
JOIN core_names AS o USING (name)
