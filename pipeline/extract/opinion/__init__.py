"""A learned second opinion on figures: which kind of deal each tells, and whose it is, where rules err most."""
