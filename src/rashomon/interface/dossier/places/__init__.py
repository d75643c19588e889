"""Where the record puts what happened, with the precision shown."""
