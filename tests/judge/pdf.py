"""Reads where the text of PDF files stands, for the judges of the layout.

    pdf.py [--ink] FILE...      a line of JSON for each file: its pages

A glyph's origin is what the program that made the page chose: the left edge of
its advance on the base line. Boxes of glyphs, in contrast, depend on the font.
So lines are gathered by their base lines, and a right edge is an origin and a
width, which the fonts of the tests have in common with those of the office.

Lengths are millimetres from the upper left corner of the sheet.
"""

import ctypes
import json
import math
import sys

import pypdfium2
import pypdfium2.raw as pdfium

MM = 25.4 / 72
# Pixels a millimetre when ink is looked for.
SHARPNESS = 12
# Light from which on a pixel counts as paper.
PAPER = 0xB0
# Two glyphs stand on one line when their base lines differ by less.
SAME_LINE = 0.35


def width(character):
    """The width of a character in the fonts of the tests, in ems."""
    return 0.5 if character.isascii() or character == "·" else 1.0


def glyphs(page):
    """Every printed character with its place, its size, and whether it is turned.

    A sheet that lies on its side is looked at as it is bound: upright, with its
    head at the left edge. So what reads upright on such a sheet is turned, and
    what is turned there, the page number, reads as on any other page. Places of
    turned text are given as one sees them with the sheet laid on its side.
    """
    text = page.get_textpage()
    x, y, matrix = ctypes.c_double(), ctypes.c_double(), pdfium.FS_MATRIX()
    wide, high = page.get_width(), page.get_height()
    on_its_side = high < wide
    found = []
    for idx in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, idx)
        # A surrogate is half of a character that takes its place in any case.
        character = "\ufffd" if 0xD800 <= code < 0xE000 else chr(code)
        if pdfium.FPDFText_IsGenerated(text, idx) == 1 or code < 0x20 or character.isspace():
            continue
        pdfium.FPDFText_GetCharOrigin(text, idx, x, y)
        pdfium.FPDFText_GetMatrix(text, idx, matrix)
        size = pdfium.FPDFText_GetFontSize(text, idx) * math.hypot(matrix.c, matrix.d)
        across, down = x.value, high - y.value
        is_upright = math.cos(pdfium.FPDFText_GetCharAngle(text, idx)) > 0.7
        if not is_upright:
            across, down = (down, wide - across) if on_its_side else (high - down, across)
        found.append((character, across * MM, down * MM, size, is_upright == on_its_side))
    return found


def lines(page):
    """The lines of a page from top to bottom, turned ones last; each from left to right."""
    rows = []
    for glyph in sorted(glyphs(page), key=lambda it: (it[4], it[2])):
        last = rows[-1][0] if rows else None
        if last and last[4] == glyph[4] and abs(last[2] - glyph[2]) < SAME_LINE:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    result = []
    for row in rows:
        row.sort(key=lambda it: it[1])
        last = row[-1]
        result.append({
            "text": "".join(it[0] for it in row),
            "left": round(row[0][1], 2),
            "right": round(last[1] + last[3] * MM * width(last[0]), 2),
            "base": round(row[0][2], 2),
            "size": round(max(it[3] for it in row), 2),
            "turned": row[0][4],
        })
    return result


class Picture:
    """A page in pixels."""

    def __init__(self, page):
        # A sheet on its side is set upright, as it is bound.
        turn = 270 if page.get_height() < page.get_width() else 0
        bitmap = page.render(scale=SHARPNESS * MM, rotation=turn, rev_byteorder=True)
        self.width, self.height = bitmap.width, bitmap.height
        self.stride, self.n_bytes = bitmap.stride, bitmap.stride // bitmap.width
        self.data = bytes(bitmap.buffer)
        self.printed = bytes(1 if it < PAPER else 0 for it in range(256))

    def row(self, row, left=0, right=None):
        """The colours of a row of pixels."""
        at = row * self.stride
        right = self.width if right is None else min(right, self.width)
        return self.data[at + left * self.n_bytes:at + right * self.n_bytes]

    def inked(self, pixels):
        """Where a row is printed. Of red and of black ink alike the green light is missing."""
        return pixels[1::self.n_bytes].translate(self.printed)

    def bands(self):
        """Bands of printed rows from top to bottom, each with its left and right end.

        A rule is a band whose pixels fill more than half the sheet. Red is what
        is more red than blue where the band begins.
        """
        bands = []
        for row in range(self.height):
            pixels = self.row(row)
            inked = self.inked(pixels)
            left = inked.find(1)
            if left < 0:
                continue
            right = inked.rfind(1) + 1
            is_rule = inked.count(1) * 2 > self.width
            last = bands[-1] if bands else None
            if last and last["bottom"] == row and last["rule"] == is_rule:
                last["bottom"] = row + 1
                last["left"] = min(last["left"], left)
                last["right"] = max(last["right"], right)
            else:
                pixel = pixels[left * self.n_bytes:left * self.n_bytes + 3]
                bands.append({"top": row, "bottom": row + 1, "left": left, "right": right,
                              "rule": is_rule, "red": pixel[0] > pixel[2] + 60})
        for band in bands:
            for key in ("top", "bottom", "left", "right"):
                band[key] = round(band[key] / SHARPNESS, 2)
        return bands

    def height_of(self, line):
        """The upper and the lower edge of what the first character of a line shows."""
        size = line["size"] * MM
        left = line["left"]
        columns = (round(left * SHARPNESS), round((left + size) * SHARPNESS))
        rows = range(max(0, round((line["base"] - 1.2 * size) * SHARPNESS)),
                     min(self.height, round((line["base"] + 0.4 * size) * SHARPNESS)))
        printed = [row for row in rows if 1 in self.inked(self.row(row, *columns))]
        if not printed:
            return None
        return [round(printed[0] / SHARPNESS, 2), round((printed[-1] + 1) / SHARPNESS, 2)]


def read(path, with_ink):
    pages = []
    for page in pypdfium2.PdfDocument(path):
        found = {"lines": lines(page)}
        if with_ink:
            picture = Picture(page)
            found["ink"] = picture.bands()
            for line in found["lines"]:
                # A turned line lies elsewhere in the picture.
                if not line["turned"]:
                    line["ink"] = picture.height_of(line)
        pages.append(found)
    return pages


def main():
    with_ink = sys.argv[1:2] == ["--ink"]
    for path in sys.argv[2 if with_ink else 1:]:
        print(json.dumps(read(path, with_ink), ensure_ascii=False))


main()
