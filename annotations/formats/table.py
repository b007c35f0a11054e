"""The one table of formats. A new format is one module and one row."""

from annotations.formats import (
    brat,
    csv_,
    doccano,
    html,
    json_,
    jsonl,
    label_studio,
    markdown,
    refi_qda,
    spacy_,
    stores,
    w3c,
)
from annotations.formats.shape import Format

_ALL = (
    Format("json", "text", "all there is, in one document", json_.write, json_.read, orphans=True, offsets=True),
    Format("jsonl", "text", "an annotation a line", jsonl.write, jsonl.read, orphans=True, offsets=True),
    Format("csv", "text", "a row a span, for spreadsheets", csv_.write, csv_.read, orphans=True, offsets=True),
    Format("w3c", "text", "Web Annotations in JSON-LD", w3c.write, w3c.read, orphans=True),
    Format("brat", "folder", "standoff files for the brat annotation tool", brat.write, brat.read),
    Format("doccano", "text", "JSON Lines for doccano", doccano.write, doccano.read, offsets=True),
    Format("label-studio", "files", "tasks and configuration for Label Studio", label_studio.write, label_studio.read),
    Format("spacy", "text", "JSON Lines for Prodigy and spaCy", spacy_.write, spacy_.read),
    Format("docbin", "binary", "a DocBin for training with spaCy (needs spaCy)", spacy_.write_docbin),
    Format("refi-qda", "binary", "a .qdpx project for programs of qualitative analysis", refi_qda.write),
    Format("markdown", "text", "a report for people", markdown.write, orphans=True),
    Format("html", "text", "a report for people: one page, to send or to print", html.write, orphans=True),
    Format("store", "text", "a colleague's annotations.json (only read)", None, stores.read, orphans=True),
)

FORMATS: dict[str, Format] = {form.name: form for form in _ALL}
"""The formats by name, in the order of the help."""
