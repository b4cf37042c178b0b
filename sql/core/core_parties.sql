-- purpose: who has a part in each active claim, and what of the claim says how firmly
-- grain: one organisation or person in one role in one claim
-- key: weight, role, organization
-- Only a list may name an organisation twice.
CREATE TEMP TABLE core_parties AS
WITH counting AS (
    SELECT d.weight, d.deal, d.strength, d.sureness, d.reported_at, d.origin, c.recipient, c.target, c.acquirer,
        c.provider, c.customer, c.guarantor, c.beneficiary, c.owner, c.speaker, c.investors, c.leads, c.partners
    FROM base.core_claims AS c
    JOIN base.core_deal_claims AS d USING (claim)
),
single AS (
    UNPIVOT (SELECT * EXCLUDE (investors, leads, partners) FROM counting)
    ON recipient, target, acquirer, provider, customer, guarantor, beneficiary, owner, speaker
    INTO NAME role VALUE name
),
listed AS (
    SELECT weight, deal, strength, sureness, reported_at, origin, 'investor' AS role, unnest(investors) AS name
    FROM counting WHERE investors IS NOT NULL
    UNION ALL
    SELECT weight, deal, strength, sureness, reported_at, origin, 'lead', unnest(leads)
    FROM counting WHERE leads IS NOT NULL
    UNION ALL
    SELECT weight, deal, strength, sureness, reported_at, origin, 'partner', unnest(partners)
    FROM counting WHERE partners IS NOT NULL
)
SELECT s.* EXCLUDE (name), o.organization
FROM single AS s
JOIN core_names AS o USING (name)
UNION ALL
SELECT DISTINCT l.* EXCLUDE (name), o.organization
FROM listed AS l
JOIN core_names AS o USING (name)
