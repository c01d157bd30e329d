"""From bytes to text: which encoding they are in, and when that cannot be told.

A file that is UTF-8 in some places and not in others is refused: whatever single reading were
chosen, some of its words would be wrong, and a quote must be what the outlet printed. The refusal
names the first such line, so that the file can be mended.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from dateline.reading.reasons import Reason

_BOMS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_MAGIC = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SHARE_OF_CONTROLS = 0.01
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# What UTF-8 punctuation and accents look like when they were read as windows-1252 and saved again.
_MISREAD = re.compile(
    "â[€\u0080][\u0080-\u00bf\u0152-\u0178\u02c6\u02dc\u2013-\u2122]|Ã[\u0080-\u00bf]|Â[\u00a0-\u00bf]"
)
_FEW = 0.2
_PLAUSIBLE = 0.6
_WESTERN = ("cp1252", "mac_roman")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and how its bytes were read when that was not plain UTF-8."""

    text: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class NotText:
    """Bytes that are no text, or whose encoding cannot be told."""

    reason: Reason
    message: str


def decode(data: bytes, declared: str | None = None) -> Decoded | NotText:  # noqa: PLR0911 - one for each reading
    """The text of `data`, without its byte order mark; newlines stay as they are.

    `declared` is the encoding that a page claims for itself; it is tried after UTF-8.
    """
    for mark, codec, name in _BOMS:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(codec), None if name == "UTF-8" else name)
            except UnicodeDecodeError as error:
                if name == "UTF-8":
                    return _not_all_utf8(data, error)
                message = f"starts as {name} but is not; save it as UTF-8 text"
                return NotText(Reason.UNDECODABLE, message)
    if b"\x00" in data and (wide := _utf16_without_mark(data)) is not None:
        return wide
    if binary := _binary(data):
        return binary
    try:
        return _unscrambled(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if _MULTIBYTE.search(data) and _looks_like_utf8(data):
            return _not_all_utf8(data, error)
    return _legacy(data, declared)


def _binary(data: bytes) -> NotText | None:
    what = next((what for magic, what in _MAGIC if data.startswith(magic)), None)
    controls = len(_CONTROL.findall(data[:65536]))
    if what is None and b"\x00" not in data and controls <= _SHARE_OF_CONTROLS * len(data[:65536]):
        return None
    told = f"looks like {what}" if what else "holds bytes that no text has"
    return NotText(Reason.BINARY, f"{told}; export its text and read that")


def _utf16_without_mark(data: bytes) -> Decoded | None:
    """English UTF-16 has a NUL in nearly every second byte, always on the same side."""
    head = data[:4096]
    for codec, nulls, others in (("utf-16-le", head[1::2], head[::2]), ("utf-16-be", head[::2], head[1::2])):
        if nulls.count(0) > 0.7 * len(nulls) and others.count(0) == 0 and len(data) % 2 == 0:
            try:
                return Decoded(data.decode(codec), "UTF-16 (detected)")
            except UnicodeDecodeError:
                return None
    return None


def _looks_like_utf8(data: bytes) -> bool:
    """Whether most bytes above ASCII are parts of whole UTF-8 sequences.

    In a one-byte encoding of a Latin script such a sequence hardly ever comes about by chance.
    """
    high = sum(byte >= 0x80 for byte in data)
    return 2 * sum(len(found.group()) for found in _MULTIBYTE.finditer(data)) > high


def _not_all_utf8(data: bytes, error: UnicodeDecodeError) -> NotText:
    line = data.count(b"\n", 0, error.start) + 1
    message = (
        f"UTF-8 in some places and not in others, first in line {line} (byte {data[error.start]:#04x}); "
        "save the whole file as UTF-8"
    )
    return NotText(Reason.MIXED_ENCODING, message)


def _unscrambled(text: str) -> Decoded:
    """UTF-8 that had been read as windows-1252 and saved again, set right if all of it can be."""
    if len(_MISREAD.findall(text)) < 2:
        return Decoded(text)
    try:
        data = b"".join(_byte_of(character) for character in text)
        return Decoded(data.decode("utf-8"), "UTF-8 saved as windows-1252 (set right)")
    except UnicodeError:
        return Decoded(text, "UTF-8, with characters that look misread")


def _byte_of(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")  # the five bytes that windows-1252 leaves undefined


def _legacy(data: bytes, declared: str | None) -> Decoded | NotText:
    if declared:
        try:
            return Decoded(data.decode(declared), f"{declared} (declared)")
        except (LookupError, UnicodeDecodeError):
            pass
    high = sum(byte >= 0x80 for byte in data)
    if high <= _FEW * len(data) and (best := _western(data)) is not None:
        return best
    from charset_normalizer import from_bytes  # noqa: PLC0415 - most runs need no guessing

    guess = from_bytes(data).best()
    if guess is None:
        return NotText(Reason.UNDECODABLE, "in an encoding that cannot be told; save it as UTF-8 text")
    return Decoded(str(guess), f"{guess.encoding} (detected)")


def _western(data: bytes) -> Decoded | None:
    """Mostly ASCII: the reading whose other characters are most at home between their neighbours."""
    readings: list[tuple[int, int, Decoded]] = []
    for rank, codec in enumerate(_WESTERN):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        readings.append((-_at_home(text), rank, Decoded(text, f"{codec} (detected)")))
    if not readings:
        return None
    score, _, best = min(readings, key=lambda reading: reading[:2])
    others = sum(character >= "\x80" for character in best.text)
    return best if -score >= _PLAUSIBLE * others else None


_PUNCTUATION = frozenset("‘’“”–—…•·«»€£©®°§½¼¾ \u00a0")


def _at_home(text: str) -> int:
    score = 0
    for place, character in enumerate(text):
        if character < "\x80":
            continue
        before, after = text[place - 1 : place], text[place + 1 : place + 2]
        in_word = character.islower() and (before.isalpha() or after.isalpha())
        if character in _PUNCTUATION or in_word:
            score += 1
        elif not character.isupper() or before.islower():
            score -= 1
    return score
