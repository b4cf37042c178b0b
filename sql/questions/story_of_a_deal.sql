-- purpose: how did the status of each deal with a denial move, on both clocks?
-- grain: one change of status
-- key: main_party, kind, public_on, status
SELECT d.main_party, d.kind, CAST(h.reported_from AS DATE) AS public_on, CAST(h.recorded_at AS DATE) AS recorded_on,
    h.status_before, h.status
FROM deal_status_history AS h
JOIN deals AS d USING (deal_id)
WHERE h.deal_id IN (SELECT deal_id FROM denials)
ORDER BY d.main_party, h.deal_id, h.reported_from
