-- purpose: what a person decided in one event, so that it can be said again
-- grain: one decision, or none
-- key: event_id
SELECT decision, subject, subject_id, other_id, fields, reason FROM corrections WHERE event_id = $event_id
