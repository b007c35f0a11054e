"""Floor 3: what people mark. Annotation, store, anchoring, undo, formats in and out."""
