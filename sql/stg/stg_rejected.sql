-- purpose: claims that normalising or the gate kept back, with the rules that they broke
-- grain: one claim of one reading
-- key: article_id, content_sha256, extractor, extractor_version, config_hash, claim_key
CREATE TEMP TABLE stg_rejected AS
WITH kept AS (
    SELECT commit, row, recorded_at, event_id, payload, unnest(json_extract(payload, '$.rejected[*]')) AS rejected
    FROM log_events
    WHERE type = 'ClaimsQuarantined' AND voided_by IS NULL
)
SELECT commit, row, recorded_at, event_id,
    payload ->> '$.batch_id' AS batch_id,
    payload ->> '$.article_id' AS article_id,
    payload ->> '$.content_sha256' AS content_sha256,
    payload ->> '$.extractor' AS extractor,
    payload ->> '$.extractor_version' AS extractor_version,
    payload ->> '$.config_hash' AS config_hash,
    rejected ->> '$.claim_key' AS claim_key,
    list_aggregate(json_extract_string(rejected, '$.rules[*]'), 'string_agg', ', ') AS rules,
    rejected ->> '$.claim' AS claim
FROM kept
QUALIFY row_number() OVER (
    PARTITION BY article_id, content_sha256, extractor, extractor_version, config_hash, claim_key
    ORDER BY commit DESC, row DESC
) = 1
