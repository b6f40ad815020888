"""Reads Word files back with python-docx, as a reader of their text would.

    readback.py FILE...     a line of JSON for each file: its lines of text

The body's paragraphs and tables come in their order, a row of a table as one
line with tabs between its cells. A paragraph in a text box follows the one that
the box hangs on. Line breaks within a paragraph are layout and are dropped;
paragraphs without text hold only blank lines, boxes or rules, and are left out.
"""

import json
import sys

import docx
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph


def text(paragraph, parent):
    return Paragraph(paragraph, parent).text.replace("\n", "")


def boxed(paragraph):
    """The paragraphs of text boxes that hang on this one, each once.

    A box may be there a second time, for programs that do not know its kind.
    """
    for content in paragraph.iter(qn("w:txbxContent")):
        ancestors = {it.tag.rpartition("}")[2] for it in content.iterancestors()}
        if "Fallback" not in ancestors:
            yield from content.iter(qn("w:p"))


def lines(path):
    document = docx.Document(path)
    if not document.sections:
        raise ValueError("no section")
    for element in document.element.body.iterchildren():
        if element.tag == qn("w:p"):
            yield text(element, document)
            for inner in boxed(element):
                yield text(inner, document)
        elif element.tag == qn("w:tbl"):
            for row in Table(element, document).rows:
                yield "\t".join(it.text.replace("\n", "") for it in row.cells)


for path in sys.argv[1:]:
    print(json.dumps([it for it in lines(path) if it.strip()], ensure_ascii=False))
