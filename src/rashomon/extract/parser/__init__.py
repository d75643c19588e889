"""The parse done quickly: the same trees as the model's own layers and moves make."""
