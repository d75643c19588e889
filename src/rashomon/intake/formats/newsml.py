"""NewsML-G2 and NITF: each news item of a document or message as a report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rashomon.errors import EmptyInput, InputError
from rashomon.intake.formats.markup import first, local, paragraphs, source_of, text_of, tree_of, words
from rashomon.intake.item import Intake, Item, Reject, rejected
from rashomon.intake.kinds import web_address
from rashomon.intake.limits import MOST_ENTRIES
from rashomon.intake.report import Given, report_of
from rashomon.lexicon.outlets import outlet_book
from rashomon.lexicon.tables import Tables
from rashomon.model.text import Evidence, Note, Report

RULE = "newsml"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
USABLE = "usable"


def read_newsml(text: str, item: Item, *, notes: tuple[Note, ...] = (), tables: Tables) -> Intake:
    """Return the reports of a news item, a message of several, or a bare NITF story.

    A package names items and carries none: it yields a note. What a publisher took back has the note ``canceled``.
    Raises InputError where the XML cannot be read.
    """
    root = tree_of(text, item.origin)
    stories = [node for node in root.iter() if local(node) == "newsitem"]
    if local(root) == "nitf":
        stories = [root]
    found = [read_story(node, item, number, tables) for number, node in enumerate(stories[:MOST_ENTRIES], 1)]
    remarks = [*notes, *on_packages(root, item), *on_the_rest(len(stories), item)]
    if not stories and not remarks:
        raise EmptyInput(item.origin, "the XML holds no news item")
    reports = tuple(one for one in found if isinstance(one, Report))
    return Intake(item, reports, tuple(remarks), tuple(one for one in found if isinstance(one, Reject)))


def on_packages(root: Any, item: Item) -> Iterator[Note]:
    """Yield a note for each package, whose items come as documents of their own."""
    for node in root.iter():
        if local(node) == "packageitem":
            named = sum(local(part) == "itemref" for part in node.iter())
            yield Note("package", f"{item.origin}: a package that names {named} items and carries none")


def on_the_rest(count: int, item: Item) -> Iterator[Note]:
    """Yield a note where a message holds more items than are read."""
    if count > MOST_ENTRIES:
        yield Note("too-many", f"{item.origin}: {count - MOST_ENTRIES} items beyond {MOST_ENTRIES} were left out")


def read_story(node: Any, item: Item, number: int, tables: Tables) -> Report | Reject:
    """Return one news item as a report, or why it is none."""
    origin = f"{item.origin}#{(node.get('guid') or f'item {number}')[:500]}" if local(node) != "nitf" else item.origin
    try:
        text, given = nitf_story(node, origin) if local(node) == "nitf" else g2_story(node, origin, tables)
        return report_of(text, given, tables=tables)
    except InputError as problem:
        return rejected(Item(origin, source_of(node), item.url), problem)


def g2_story(node: Any, origin: str, tables: Tables) -> tuple[str, Given]:
    """Return the text of a NewsML-G2 item, headline first, and what is known beside it."""
    meta, content = first(node, "itemmeta"), first(node, "contentmeta")
    title = words(first(content, "headline")) or words(first(meta, "title"))
    status = code(first(meta, "pubstatus"))
    body = body_of(node, title)
    if not body:
        raise EmptyInput(origin, f"a {status} item without a text" if status not in ("", USABLE) else "no text in it")
    outlet = provider(node)
    known = outlet_book(tables).named(outlet) if outlet else None
    guid = node.get("guid") or ""
    facts = {"uri": guid, "author": words(first(content, "by")), "located": words(first(content, "located", "name"))}
    return body, Given(
        origin,
        outlet=known.label if known else outlet,
        url=web_address(guid),
        title=title,
        published=words(first(meta, "versioncreated")) or words(first(meta, "firstcreated")),
        language=language_of(node, content),
        notes=tuple(on_status(status, guid)),
        facts=tuple(Evidence(name, value, RULE, value) for name, value in facts.items() if value),
        rule=RULE,
    )


def nitf_story(node: Any, origin: str) -> tuple[str, Given]:
    """Return the text of a bare NITF story and what it says of itself."""
    title = words(first(node, "body", "body.head", "hedline", "hl1")) or words(first(node, "head", "title"))
    holder = first(node, "head", "docdata", "doc.copyright")
    issued = first(node, "head", "docdata", "date.issue")
    text = "\n\n".join(filter(None, [title, nitf_text(node, title)]))
    return text, Given(
        origin,
        outlet=holder.get("holder") if holder is not None else None,
        title=title,
        published=stamp_of(issued.get("norm") or "") if issued is not None else None,
        rule=RULE,
    )


def stamp_of(norm: str) -> str | None:
    """Return the date that NITF writes without marks in ISO 8601.

    >>> stamp_of("20240312T180500Z")
    '2024-03-12T18:05:00+00:00'
    """
    from datetime import datetime

    try:
        return datetime.fromisoformat(norm).isoformat()
    except ValueError:
        return norm or None


def body_of(node: Any, title: str | None) -> str:
    """Return an item's text with its headline above, from the first of its contents that holds any."""
    for content in node.iter():
        name = local(content)
        if name == "inlinexml":
            text = inline_text(content, title)
        elif name == "inlinedata":
            text = text_of("".join(content.itertext())).strip()
        else:
            continue
        if text:
            return "\n\n".join(filter(None, [title, text]))
    return ""


def inline_text(content: Any, title: str | None) -> str:
    """Return the words of NITF, XHTML or any other markup set into an item."""
    story = next((child for child in content if local(child) == "nitf"), None)
    return nitf_text(story, title) if story is not None else without(paragraphs(content), title)


def nitf_text(story: Any, title: str | None) -> str:
    """Return the words of a NITF story: byline and dateline, then the paragraphs."""
    head, body = first(story, "body", "body.head"), first(story, "body", "body.content")
    text = paragraphs(body) if body is not None else ""
    dateline = words(first(head, "dateline"))
    lines = [words(first(head, "byline")), dateline if dateline and not text.startswith(dateline) else None]
    return "\n\n".join(filter(None, [*lines, without(text, title)])) if text else ""


def without(text: str, title: str | None) -> str:
    """Return the words without the headline that stands above them already."""
    top, _, rest = text.partition("\n\n")
    return rest if title and top == title else text


def provider(node: Any) -> str | None:
    """Return who sends an item: its provider by name, else the holder of its rights, else the provider's code."""
    sender = first(node, "itemmeta", "provider")
    literal = sender.get("literal") if sender is not None else None
    holder = words(first(node, "rightsinfo", "copyrightholder", "name"))
    return words(first(sender, "name")) or literal or holder or code(sender, fold=False) or None


def code(node: Any, *, fold: bool = True) -> str:
    """Return the last part of an element's code: ``stat:canceled`` is ``canceled``."""
    value = (node.get("qcode") or (node.get("uri") or "").rpartition("/")[2]) if node is not None else ""
    found = value.rpartition(":")[2].strip()[:80]
    return found.lower() if fold else found


def language_of(node: Any, content: Any) -> str | None:
    """Return the language of an item's content, or of the item."""
    named = first(content, "language")
    found = (named.get("tag") if named is not None else None) or node.get(LANG)
    return str(found) if found else None


def on_status(status: str, guid: str) -> Iterator[Note]:
    """Yield a note where its publisher took an item back."""
    if status not in ("", USABLE):
        yield Note(status[:40], f"its publisher marks this item as {status[:40]}: {guid[:200]}")
