"""XML read safely, and the words of marked-up text as lines: the one seam to the parser of both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from rashomon.errors import InputError, TooLarge
from rashomon.intake.formats.prolog import refuse_declarations
from rashomon.intake.limits import MOST_PAGE, size

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "block",
        "blockquote",
        "body",
        "body.content",
        "body.head",
        "byline",
        "caption",
        "center",
        "datasource",
        "dateline",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hedline",
        "hl1",
        "hl2",
        "hr",
        "li",
        "main",
        "media",
        "media-caption",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
HIDDEN = frozenset(
    [
        "head",
        "iframe",
        "media-metadata",
        "media-reference",
        "noscript",
        "object",
        "script",
        "style",
        "svg",
        "template",
        "title",
    ]
)
SPACES = re.compile(r"\s+")
MARKED = re.compile(r"<(?:/?[a-zA-Z][a-zA-Z0-9]{0,15}(?:\s[^<>]{0,500})?/?)>")
HARD = re.compile(r"\s*\n\s*")


def tree_of(text: str, source: str) -> Any:
    """Return the root of an XML document, read without entities, declarations and network.

    Raises InputError where it is no well-formed XML or declares entities, TooLarge for a document over the limit.
    """
    from lxml import etree

    data = text.encode("utf-8", "replace")
    if len(data) > MOST_PAGE:
        raise TooLarge(source, f"an XML document of {size(len(data))}; at most {size(MOST_PAGE)} are read")
    refuse_declarations(text, source)
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True,
        remove_comments=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError, AssertionError) as problem:
        raise InputError(source, f"no well-formed XML: {str(problem)[:120]}") from problem
    if root is None:
        raise InputError(source, "no well-formed XML: there is nothing in it")
    return root


def local(node: Any) -> str:
    """Return an element's name without its namespace, in small letters; nothing for what is no element."""
    return node.tag.rpartition("}")[2].lower() if isinstance(node.tag, str) else ""


def first(node: Any, *path: str) -> Any:
    """Return the first element down a path of names without namespaces, or None."""
    for name in path:
        node = next((child for child in node if local(child) == name), None) if node is not None else None
    return node


def words(node: Any) -> str | None:
    """Return all words of an element on one line, or None where there are none."""
    return SPACES.sub(" ", "".join(node.itertext())).strip() or None if node is not None else None


def source_of(node: Any) -> bytes:
    """Return an element as XML again."""
    from lxml import etree

    return bytes(etree.tostring(node, with_tail=False))


def paragraphs(node: Any) -> str:
    """Return the words of an element, a line for each block, with blank lines between them."""
    lines = (SPACES.sub(" ", line).strip() for line in "".join(pieces(node)).split("\n"))
    return "\n\n".join(line for line in lines if line)


def pieces(node: Any) -> Iterator[str]:
    """Yield the words of an element as they come, with line ends around its blocks and none in them."""
    from lxml import etree

    hidden = 0
    for event, part in etree.iterwalk(node, events=("start", "end", "comment", "pi")):
        name = local(part)
        if event == "start":
            hidden += name in HIDDEN
            yield "\n" if name in BLOCKS or name == "br" else ""
            yield flat(part.text) if not hidden else ""
        else:
            hidden -= event == "end" and name in HIDDEN
            yield "\n" if event == "end" and name in BLOCKS else ""
            yield flat(part.tail) if not hidden and part is not node else ""


def flat(words: str | None) -> str:
    """Return words with blanks for the line ends of the source."""
    return SPACES.sub(" ", words or "")


def is_marked(text: str) -> bool:
    """Say whether a text holds tags."""
    return MARKED.search(text) is not None


def text_of(fragment: str) -> str:
    r"""Return the words of a piece of HTML, a line for each block; a text without tags comes back as it is.

    >>> text_of("<p>Nine drowned.</p><p>The port is <b>shut</b>.</p>")
    'Nine drowned.\n\nThe port is shut.'
    """
    if not is_marked(fragment):
        return unescaped(fragment)
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = html.fragment_fromstring(fragment.encode("utf-8", "replace"), create_parent="div", parser=parser)
        return paragraphs(root)
    except (etree.LxmlError, ValueError, AssertionError, TypeError, RecursionError):
        return HARD.sub("\n", unescaped(MARKED.sub("\n", fragment))).strip()


def unescaped(text: str) -> str:
    """Return a text with its HTML entities as letters."""
    from html import unescape

    return unescape(text) if "&" in text else text
