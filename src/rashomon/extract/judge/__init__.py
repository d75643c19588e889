"""A small learned judge over what the grammar found: which numbers count people, and what.

A linear model over features of the words, the tree, the lexicon and the rules' own answer; the weights ship with the package,
pinned by their hash (``weights.py``). How they were made is told in ``bench/train``.
"""
