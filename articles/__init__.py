"""Floor 1: files become articles. Text, encoding, paragraphs, sentences, words; the display form."""
