-- purpose: in which loops does money come back, and how sure is the least certain link?
-- grain: one loop
-- key: loop
SELECT loop, organizations, weakest FROM mart_money_loops ORDER BY organizations, loop
