-- purpose: the sources that the policy declares
-- grain: one declared source
-- key: source
CREATE TEMP TABLE stg_sources AS
WITH declared AS (
    SELECT unnest(json_extract(body, '$.source[*]')) AS declaration FROM stg_policies WHERE kind = 'sources'
)
SELECT
    declaration ->> '$.name' AS source,
    declaration ->> '$.kind' AS kind,
    nullif(declaration ->> '$.publisher', '') AS publisher,
    declaration ->> '$.address' AS address,
    declaration ->> '$.terms' AS terms,
    CAST(declaration ->> '$.tier' AS INTEGER) AS tier
FROM declared
