"""How Sphinx builds these pages: MyST Markdown, the furo theme, examples that run."""

from __future__ import annotations

from importlib.metadata import version as installed_version

project = "Rashomon"
author = "The Rashomon contributors"
copyright = "The Rashomon contributors"
release = installed_version("rashomon")
version = release

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.doctest"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
nitpicky = False

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_default_options = {"members": True, "show-inheritance": True}
autodoc_member_order = "bysource"
autodoc_typehints = "description"

# Only blocks marked as doctest run: a plain ">>>" in a page may show what is not to be run.
doctest_test_doctest_blocks = ""

html_theme = "furo"
html_title = f"Rashomon {release}"
html_show_copyright = False
html_show_sphinx = False
