"""What a record says beside its findings: the timeline, what is left out, what is open, who is called what."""
