-- purpose: claims that a person has reviewed, as they were read
-- grain: one claim of one reading
-- key: position, claim_key
CREATE TEMP TABLE stg_reviewed AS
SELECT position, claim_key, read_as FROM stg_claims WHERE read_as IS NOT NULL
