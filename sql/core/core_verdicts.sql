-- purpose: what became of each stated figure: whether it decides what is believed, agrees with it or lost
-- grain: one term of one claim
-- key: claim_key, term
-- Figures agree when their intervals meet, with a tenth of leeway where one is approximate or converted.
CREATE TEMP TABLE core_verdicts AS
WITH beside AS (
    SELECT f.*, b.claim_key AS decider, b.lower_claim_key, b.upper_claim_key,
        b.low AS believed_low, b.high AS believed_high, b.bound AS believed_bound, b.unit AS believed_unit,
        b.low_usd AS believed_low_usd, b.high_usd AS believed_high_usd, b.strength AS believed_strength,
        CASE WHEN f.unit = b.unit THEN f.low ELSE f.low_usd END AS its_low,
        CASE WHEN f.unit = b.unit THEN f.high ELSE f.high_usd END AS its_high,
        CASE WHEN f.unit = b.unit THEN b.low ELSE b.low_usd END AS least,
        CASE WHEN f.unit = b.unit THEN b.high ELSE b.high_usd END AS most,
        CASE WHEN f.unit <> b.unit OR 'about' IN (f.bound, b.bound) THEN 1.1 ELSE 1.0 END AS leeway
    FROM core_figures AS f
    JOIN core_beliefs AS b ON b.deal_id = f.deal_id AND b.term = f.term AND b.reported_until IS NULL
)
SELECT * EXCLUDE (its_low, its_high, least, most, leeway, decider, lower_claim_key, upper_claim_key),
    decider AS believed_claim_key,
    CASE
        WHEN claim_key = decider THEN 'decides'
        WHEN claim_key IN (lower_claim_key, upper_claim_key) THEN 'bounds'
        WHEN coalesce(its_low <= most * leeway, true) AND coalesce(its_high * leeway >= least, true) THEN 'agrees'
        WHEN strength < believed_strength THEN 'outweighed'
        ELSE 'contradicts' END AS part
FROM beside
