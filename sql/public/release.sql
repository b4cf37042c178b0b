-- purpose: what this file was made from
-- grain: the release
-- key: commit
CREATE TABLE release AS
WITH head AS (
    SELECT coalesce(max(commit), 0) AS commit, count(*) AS events, max(recorded_at) AS recorded_at FROM events
)
SELECT h.commit, h.events, h.recorded_at, b.clock, b.as_of, b.code_version, '2.0.0' AS schema_version,
    a.extractor, a.extractor_version, a.config_hash, p.commit AS before_commit
FROM head AS h
CROSS JOIN build_facts AS b
LEFT JOIN stg_adoptions AS a ON a.preference = 1
LEFT JOIN before_release AS p ON true
