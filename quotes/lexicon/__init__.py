"""What the rules know about words, language by language: data only."""
