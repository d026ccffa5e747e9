"""From the text of an article to repaired text, and from there to lines with a role and to sentences."""
