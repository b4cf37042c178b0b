-- purpose: how many claims and origins bear out what is believed now of a figure, and how many contradict it
-- grain: one term of a deal
-- key: track
CREATE TABLE base.core_support AS
SELECT track, count(*) FILTER (part NOT IN ('outweighed', 'contradicts')) AS claims,
    count(DISTINCT origin) FILTER (part NOT IN ('outweighed', 'contradicts')) AS origins,
    count(*) FILTER (part = 'contradicts') AS contradictions
FROM base.core_verdicts
GROUP BY track
