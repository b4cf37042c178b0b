-- purpose: what articles claim, as the adopted extractor read it and as people corrected it
-- grain: one claim
-- key: claim_key
-- In an order, since that in which the tables below it are filled depends on how many threads do it.
CREATE VIEW claims AS
SELECT c.claim_key, n.deal_id, a.article_id, c.ordinal, c.kind, c.status, c.state,
    c.recipient, c.target, c.acquirer, c.provider, c.customer, c.guarantor, c.beneficiary, c.owner, c.speaker,
    nullif(array_to_string(c.investors, '; '), '') AS investors, nullif(array_to_string(c.leads, '; '), '') AS leads,
    nullif(array_to_string(c.partners, '; '), '') AS partners,
    c.amount_low, c.amount_high, c.amount_bound, c.amount_currency,
    c.equity_low, c.equity_high, c.equity_bound, c.equity_currency,
    c.debt_low, c.debt_high, c.debt_bound, c.debt_currency,
    c.valuation_low, c.valuation_high, c.valuation_bound, c.valuation_currency,
    c.power_low_mw, c.power_high_mw, c.power_bound,
    CAST(c.chips_low AS BIGINT) AS chips_low, CAST(c.chips_high AS BIGINT) AS chips_high, c.chips_bound, c.chip_model,
    c.instrument, c.stage, c.site, c.term_years, c.occurred_on, c.occurred_precision,
    a.published_at, a.published_precision, c.reported_at, c.recorded_at, a.source, a.publisher, c.tier, o.origin_id,
    a.extractor, a.extractor_version, a.text_sha256,
    c.evidence[1].start AS evidence_start, c.evidence[1].end AS evidence_end,
    c.review, c.reviewer, a.event_id
FROM base.core_claims AS c
JOIN base.core_articles AS a USING (position)
JOIN base.core_origins AS o USING (position)
LEFT JOIN base.core_deal_claims AS d USING (claim)
LEFT JOIN base.core_deal_numbers AS n USING (deal)
ORDER BY c.claim
