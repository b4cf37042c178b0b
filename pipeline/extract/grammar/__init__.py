"""A sentence as typed tokens, and what its grammar tells: voice, clauses, distances, the case of every name."""
