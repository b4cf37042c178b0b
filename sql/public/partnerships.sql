-- purpose: organisations that ally without a sum or a capacity
-- grain: one deal of the kind partnership
-- key: deal_id
CREATE TABLE partnerships AS
WITH partners AS (
    SELECT deal, string_agg(name, '; ' ORDER BY name) AS partners, count(*) AS number
    FROM core_deal_parties
    WHERE role = 'partner'
    GROUP BY deal
)
SELECT d.deal_id, p.partners, CAST(p.number AS INTEGER) AS partner_count, d.status, d.occurred_on, d.occurred_precision,
    d.first_reported_at, d.confirmed_at, d.origins
FROM core_deals AS d
LEFT JOIN partners AS p USING (deal)
WHERE d.kind = 'partnership'
ORDER BY d.deal
