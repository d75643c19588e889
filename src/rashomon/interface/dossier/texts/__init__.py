"""The texts side by side, the words of claims marked and led to."""
