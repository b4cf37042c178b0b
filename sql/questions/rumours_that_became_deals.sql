-- purpose: how often does what a publisher first reports become a deal within a year, and how soon?
-- grain: one publisher
-- key: publisher
WITH first_told AS (
    SELECT DISTINCT ON (d.deal_id) d.deal_id, coalesce(c.publisher, c.source) AS publisher, d.days_to_confirmation
    FROM deals AS d
    JOIN claims AS c ON c.deal_id = d.deal_id AND c.status IN ('rumoured', 'reported')
    WHERE c.reported_at = d.first_reported_at
    ORDER BY d.deal_id, c.claim_key
)
SELECT publisher, count(*) AS first_reports, count(*) FILTER (days_to_confirmation <= 365) AS became_deals,
    CAST(100.0 * count(*) FILTER (days_to_confirmation <= 365) / count(*) AS DECIMAL(5, 1)) AS percent,
    CAST(median(days_to_confirmation) AS INTEGER) AS median_days
FROM first_told
GROUP BY publisher
ORDER BY first_reports DESC, publisher
