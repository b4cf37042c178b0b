-- purpose: exchange rates on the tape, US dollars for one unit
-- grain: one currency, day and precision
-- key: currency, rate_on, precision
CREATE TABLE fx_rates AS
SELECT currency, rate_on, precision, usd_per_unit, source, is_default, recorded_at
FROM stg_rates
ORDER BY currency, rate_on, precision
