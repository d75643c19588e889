"""What each outlet called each actor."""
