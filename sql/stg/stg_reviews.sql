-- purpose: what people said of claims, in full
-- grain: one ClaimReviewed event
-- key: commit, row
CREATE TEMP TABLE stg_reviews AS
SELECT commit, row, recorded_at, occurred_at, event_id, actor,
    payload ->> '$.claim_key' AS claim_key,
    payload ->> '$.verdict' AS verdict,
    payload ->> '$.fields' AS fields,
    payload ->> '$.basis' AS basis,
    payload ->> '$.reason' AS reason
FROM log_events
WHERE type = 'ClaimReviewed' AND voided_by IS NULL
