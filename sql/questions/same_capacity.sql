-- purpose: which contracts describe the same capacity, seen by tenant, landlord and supplier?
-- grain: one pair of contracts
-- key: site, customer, provider, other_customer, other_provider
SELECT a.site, a.customer, a.provider, b.customer AS other_customer, b.provider AS other_provider,
    coalesce(a.power_low_mw, a.power_high_mw) AS power_mw
FROM deal_relations AS r
JOIN compute_capacity AS a USING (deal_id)
JOIN compute_capacity AS b ON b.deal_id = r.related_deal_id
WHERE r.relation = 'same_capacity_as'
ORDER BY a.site, a.customer, a.provider, other_customer, other_provider
