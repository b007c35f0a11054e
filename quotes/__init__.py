"""Floor 2: what articles say and share. Quotation marks, speakers, boilerplate, the matcher, groups."""
