"""What an archive tells as a whole: families, names left over, pairs, and days on which something is due."""
