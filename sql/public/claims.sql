-- purpose: what articles claim, as the adopted extractor read it and as people corrected it
-- grain: one claim
-- key: claim_key
CREATE TABLE claims AS
SELECT s.claim_key, m.deal_id, a.article_id, s.ordinal, s.kind, s.status, c.state,
    s.recipient, s.target, s.acquirer, s.provider, s.customer, s.guarantor, s.beneficiary, s.owner, s.speaker,
    array_to_string(s.investors, '; ') AS investors, array_to_string(s.leads, '; ') AS leads,
    array_to_string(s.partners, '; ') AS partners,
    s.amount_low, s.amount_high, s.amount_bound, s.amount_currency,
    s.equity_low, s.equity_high, s.equity_bound, s.equity_currency,
    s.debt_low, s.debt_high, s.debt_bound, s.debt_currency,
    s.valuation_low, s.valuation_high, s.valuation_bound, s.valuation_currency,
    s.power_low_mw, s.power_high_mw, s.power_bound,
    CAST(s.chips_low AS BIGINT) AS chips_low, CAST(s.chips_high AS BIGINT) AS chips_high, s.chips_bound, s.chip_model,
    s.instrument, s.stage, s.site, s.term_years, s.occurred_on, s.occurred_precision,
    a.published_at, a.published_precision, c.reported_at, c.recorded_at, a.source, a.publisher, c.tier, o.origin_id,
    a.extractor, a.extractor_version, a.text_sha256,
    s.evidence[1].start AS evidence_start, s.evidence[1].end AS evidence_end,
    v.verdict AS review, v.actor AS reviewer, a.event_id
FROM core_claims AS c
JOIN stg_claims AS s USING (claim)
JOIN core_articles AS a ON a.position = c.position
LEFT JOIN core_deal_claims AS d USING (claim)
LEFT JOIN core_deal_numbers AS m USING (deal)
LEFT JOIN core_origins AS o ON o.position = c.position
LEFT JOIN stg_verdicts AS v ON v.claim_key = c.claim_key
ORDER BY d.deal, c.claim
