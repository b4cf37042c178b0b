"""Names of organisations, people, projects and places: which there are in a text, and which of them are one."""
