"""From files to articles: what to read, in which encoding, and a clear refusal of what is no Chinese text."""
