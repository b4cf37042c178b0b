"""What the words around an event tell: its figure's meaning, parties, status, date, site, and what it goes on with."""
