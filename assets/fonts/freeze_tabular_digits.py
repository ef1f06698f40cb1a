"""Make the tabular digits of a font its default digits.

Usage: freeze_tabular_digits.py INPUT OUTPUT

Points the character map of 0-9 at the glyphs that the OpenType feature
"tnum" would substitute. Only the digits: Inter's "tnum" also swaps the hyphen,
the space and other signs for wide forms, which would spoil running text.
"""
import sys

from fontTools.ttLib import TTFont

source, target = sys.argv[1:3]
font = TTFont(source)
gsub = font["GSUB"].table
lookups = {
    index
    for record in gsub.FeatureList.FeatureRecord
    if record.FeatureTag == "tnum"
    for index in record.Feature.LookupListIndex
}
tabular = {}
for index in lookups:
    for subtable in gsub.LookupList.Lookup[index].SubTable:
        tabular.update(getattr(subtable, "ExtSubTable", subtable).mapping)
for table in font["cmap"].tables:
    if not table.isUnicode():
        continue
    for code in range(ord("0"), ord("9") + 1):
        # Subtables may share one map, so a digit may be tabular already.
        table.cmap[code] = tabular.get(table.cmap[code], table.cmap[code])
widths = {font["hmtx"][font.getBestCmap()[c]][0] for c in range(0x30, 0x3A)}
assert len(widths) == 1, widths
font.flavor = None
font.save(target)
