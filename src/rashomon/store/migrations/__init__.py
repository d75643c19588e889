"""How the store's layout changed, step by step; Alembic runs the steps that a store has not had."""
