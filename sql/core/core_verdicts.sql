-- purpose: what became of each stated figure: whether it decides what is believed, agrees with it or lost
-- grain: one term of one claim
-- key: figure
-- Figures agree when their intervals meet, with a tenth of leeway where one is approximate or converted.
CREATE TABLE base.core_verdicts AS
SELECT f.track, f.figure, f.origin,
    CASE
        WHEN f.figure = b.figure THEN 'decides'
        WHEN f.figure IN (b.lower_figure, b.upper_figure) THEN 'bounds'
        WHEN f.unit = b.unit AND 'about' NOT IN (f.bound, b.bound)
            AND coalesce(f.low <= b.high, true) AND coalesce(f.high >= b.low, true) THEN 'agrees'
        WHEN (f.unit <> b.unit OR 'about' IN (f.bound, b.bound))
            AND coalesce(f.low_usd <= b.high_usd * 1.1, f.low <= b.high * 1.1, true)
            AND coalesce(f.high_usd * 1.1 >= b.low_usd, f.high * 1.1 >= b.low, true) THEN 'agrees'
        WHEN f.strength < b.strength THEN 'outweighed'
        ELSE 'contradicts' END AS part
FROM base.core_figures AS f
JOIN base.core_beliefs AS b ON b.track = f.track AND b.reported_until IS NULL
