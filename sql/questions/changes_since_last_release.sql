-- purpose: which facts changed since the last release, and why?
-- grain: one changed fact
-- key: main_party, kind, subject
SELECT d.main_party, d.kind, c.subject, c.before, c.after, c.event_type AS because_of, c.actor
FROM changes AS c
LEFT JOIN deals AS d ON d.deal_id = CASE WHEN c.subject = 'deal' THEN c.after ELSE c.deal_id END
ORDER BY d.main_party, c.subject
