"""Whether the words of a page come out of DOCX and ODT again: compared with the same page as Markdown."""

import html
import re
import sys
from collections import Counter
from pathlib import Path


def words(text):
    """Words of letters and digits; marks of Markdown and of layout fall away."""
    # The number of a passage stands before its words, in the middle of one where the passage begins there.
    text = re.sub("\\d+\u202f", "", text)
    return Counter(re.findall(r"\w+", text))


def of_markdown(text):
    text = re.sub(r"<br>", " ", text)
    text = re.sub(r"\\(.)", r"\1", text)
    # Passages stand between numbered brackets, which may be in the middle of a word.
    text = re.sub(r"\[\d+: | :\d+\]", "", text)
    # Tables of figures stand otherwise in a word processor, where bars are drawn.
    lines = [line for line in text.splitlines() if not re.match(r"\|.*%\)", line)]
    return html.unescape("\n".join(lines))


folder = Path(sys.argv[1])
wrong = 0
compared = 0
for page in sorted(folder.glob("*.md")):
    expected = words(of_markdown(page.read_text(encoding="utf-8")))
    for ending in ("docx", "odt"):
        found = words((folder / ending / f"{page.stem}.txt").read_text(encoding="utf-8-sig"))
        missing = {word: count for word, count in expected.items() if word not in found}
        kept = sum(min(count, found[word]) for word, count in expected.items())
        compared += sum(expected.values())
        # Numbers of passages close once more in Markdown, and a heading repeats where a table goes on.
        if missing or kept < 0.97 * sum(expected.values()):
            wrong += 1
            print(f"pages: {page.stem}.{ending} lost {sorted(missing)[:20]}, kept {kept} of {sum(expected.values())}")
if not compared:
    sys.exit("pages: no words to compare")
if wrong:
    sys.exit(1)
print(f"pages: {compared} words compared, none lost")
