-- purpose: what `dealtape as-of DATE TABLE` prints: a public table, whole and in its order
-- grain: that of the table
-- key: that of the table
FROM query_table($table)
