"""Who says what: sources, cues and contents, sentence by sentence, carried over until they stop."""
