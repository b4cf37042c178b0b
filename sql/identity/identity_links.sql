-- purpose: people's links for the identity of deals and of organisations
-- grain: one LinkDecided event
-- key: commit, row
SELECT subject, a, b, verdict, commit, row FROM stg_links
