"""Who says what: questions down, outlets or roots across, and every answer with its words."""
