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
    Format("json", "text", "all that there is: code book, articles, annotations, shared quotes", json_.write, json_.read,
           orphans=True, offsets=True, surrogates="backslashreplace"),
    Format("jsonl", "text", "an annotation a line", jsonl.write, jsonl.read, orphans=True, offsets=True, surrogates="backslashreplace"),
    Format("csv", "text", "a row a span, for spreadsheets and data frames", csv_.write, csv_.read, orphans=True, offsets=True),
    Format("w3c", "text", "Web Annotations in JSON-LD", w3c.write, w3c.read, orphans=True, surrogates="backslashreplace"),
    Format("brat", "folder", "standoff files for the brat annotation tool", brat.write, brat.read),
    Format("doccano", "text", "JSON Lines for doccano", doccano.write, doccano.read, offsets=True, surrogates="backslashreplace"),
    Format("label-studio", "files", "tasks for Label Studio, with the labelling configuration beside them", label_studio.write,
           label_studio.read, surrogates="backslashreplace"),
    Format("spacy", "text", "JSON Lines for Prodigy and spaCy", spacy_.write, surrogates="backslashreplace"),
    Format("docbin", "binary", "a DocBin for training with spaCy (needs spaCy)", spacy_.write_docbin),
    Format("refi-qda", "binary", "a .qdpx project for programs of qualitative analysis", refi_qda.write),
    Format("markdown", "text", "a report for people", markdown.write, orphans=True),
    Format("html", "text", "a report for people, one file for any browser, to send or to print", html.write, orphans=True),
    Format("store", "text", "another store of this program (a colleague's annotations.json)", None, stores.read, orphans=True),
)  # fmt: skip

FORMATS: dict[str, Format] = {form.name: form for form in _ALL}
"""The formats by name, in the order of the help."""
