"""From sentences to claims: each sentence's statements, and the statements that are one claim."""
