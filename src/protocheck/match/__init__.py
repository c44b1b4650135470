"""Find the words and phrases of the rules in a text, tolerant of spelling and inflection."""
