-- purpose: every claim of every reading, typed; a person's replacement of a claim's fields is already in it
-- grain: one claim of one reading
-- key: claim; also position, claim_key
-- claim numbers the claims of the log in its order: numbers are joined and sorted in a fraction of the time of keys.
CREATE TEMP TABLE stg_claims AS
WITH listed AS (
    SELECT position, json_extract(payload, '$.claims[*]') AS claims
    FROM log_events
    WHERE type = 'ArticleExtracted' AND voided_by IS NULL
),
told AS (
    SELECT position, position * 100000 + generate_subscripts(claims, 1) AS claim, unnest(claims) AS told FROM listed
),
corrected AS (
    SELECT t.position, t.claim, CASE WHEN v.verdict IS NOT NULL THEN t.told END AS read_as,
        CASE WHEN v.verdict = 'replace' THEN json_merge_patch(t.told, v.fields) ELSE t.told END AS said
    FROM told AS t
    LEFT JOIN stg_verdicts AS v ON v.claim_key = t.told ->> '$.claim_key'
),
fields AS (
    SELECT position, claim, read_as, json_extract_string(said, [
        '$.claim_key', '$.ordinal', '$.kind', '$.status', '$.occurred_on', '$.occurred_precision',
        '$.recipient', '$.target', '$.acquirer', '$.provider', '$.customer', '$.guarantor', '$.beneficiary', '$.owner',
        '$.speaker', '$.investors', '$.leads', '$.partners',
        '$.amount_low', '$.amount_high', '$.amount_bound', '$.amount_currency',
        '$.equity_low', '$.equity_high', '$.equity_bound', '$.equity_currency',
        '$.debt_low', '$.debt_high', '$.debt_bound', '$.debt_currency',
        '$.valuation_low', '$.valuation_high', '$.valuation_bound', '$.valuation_currency',
        '$.power_low_mw', '$.power_high_mw', '$.power_bound', '$.chips_low', '$.chips_high', '$.chips_bound',
        '$.chip_model', '$.instrument', '$.stage', '$.site', '$.term_years', '$.evidence'
    ]) AS f
    FROM corrected
)
SELECT position, claim, read_as,
    f[1] AS claim_key, CAST(f[2] AS INTEGER) AS ordinal, f[3] AS kind, f[4] AS status,
    CAST(f[5] AS DATE) AS occurred_on, f[6] AS occurred_precision,
    f[7] AS recipient, f[8] AS target, f[9] AS acquirer, f[10] AS provider, f[11] AS customer, f[12] AS guarantor,
    f[13] AS beneficiary, f[14] AS owner, f[15] AS speaker,
    from_json(f[16], '["VARCHAR"]') AS investors, from_json(f[17], '["VARCHAR"]') AS leads,
    from_json(f[18], '["VARCHAR"]') AS partners,
    TRY_CAST(f[19] AS DECIMAL(18, 2)) AS amount_low, TRY_CAST(f[20] AS DECIMAL(18, 2)) AS amount_high,
    f[21] AS amount_bound, f[22] AS amount_currency,
    TRY_CAST(f[23] AS DECIMAL(18, 2)) AS equity_low, TRY_CAST(f[24] AS DECIMAL(18, 2)) AS equity_high,
    f[25] AS equity_bound, f[26] AS equity_currency,
    TRY_CAST(f[27] AS DECIMAL(18, 2)) AS debt_low, TRY_CAST(f[28] AS DECIMAL(18, 2)) AS debt_high,
    f[29] AS debt_bound, f[30] AS debt_currency,
    TRY_CAST(f[31] AS DECIMAL(18, 2)) AS valuation_low, TRY_CAST(f[32] AS DECIMAL(18, 2)) AS valuation_high,
    f[33] AS valuation_bound, f[34] AS valuation_currency,
    TRY_CAST(f[35] AS DECIMAL(18, 2)) AS power_low_mw, TRY_CAST(f[36] AS DECIMAL(18, 2)) AS power_high_mw,
    f[37] AS power_bound,
    TRY_CAST(f[38] AS DECIMAL(18, 2)) AS chips_low, TRY_CAST(f[39] AS DECIMAL(18, 2)) AS chips_high,
    f[40] AS chips_bound,
    f[41] AS chip_model, f[42] AS instrument, f[43] AS stage, f[44] AS site,
    TRY_CAST(f[45] AS DECIMAL(6, 2)) AS term_years,
    from_json(f[46], '[{"start":"INTEGER","end":"INTEGER"}]') AS evidence
FROM fields
