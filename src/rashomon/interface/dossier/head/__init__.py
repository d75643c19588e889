"""What the page opens with: what, where, when, on how many roots, and what is most in dispute."""
