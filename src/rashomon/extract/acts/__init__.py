"""Acts, control and statements: who did what to whom."""
