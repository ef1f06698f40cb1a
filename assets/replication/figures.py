#!/usr/bin/env python3
"""Computes every figure of the overview from the tables and compares it with tables/figures.csv.

Needs Python 3.9 or later and nothing else. Ends with exit code 1 where a figure differs.
"""
import csv
import re
import sys
from collections import defaultdict
from pathlib import Path
from statistics import median

TABLES = Path(__file__).resolve().parent.parent / "tables"


def read(name):
    with open(TABLES / f"{name}.csv", encoding="utf-8", newline="") as file:
        return [{column: plain(cell) for column, cell in row.items()} for row in csv.DictReader(file)]


def plain(text):
    """Without the apostrophe that keeps a spreadsheet from running a text as a formula."""
    return re.sub(r"^'(?='*[=+\-@\t\r\n＝＋－＠])", "", text)


def tidy(text):
    return " ".join(text.split())


def split(text):
    return [part for part in text.split("|") if part]


def bounds(papers):
    """95 % percentile interval of the share, from 2,000 draws of whole papers (Efron and Tibshirani 1993).

    The generator is MINSTD (Park and Miller 1988, 1993), begun at 1848 for each bar; quantiles are of type 7.
    """
    papers = sorted(papers)
    n, x, shares = len(papers), 1848, []
    for _ in range(2000):
        hits = of = 0
        for _ in range(n):
            x = 48271 * x % 2147483647
            paper = papers[int((x - 1) / 2147483646 * n)]
            hits += paper[0]
            of += paper[1]
        shares.append(hits / of)
    shares.sort()
    return [quantile(shares, 0.025), quantile(shares, 0.975)]


def quantile(values, at):
    index = (len(values) - 1) * at
    below = int(index)
    weight = index - below
    above = min(below + 1, len(values) - 1)
    return (1 - weight) * values[below] + weight * values[above]


given = read("figures")
if not given:
    print("there are no figures")
    sys.exit(0)
coder, round_, by_answer = given[0]["coder"], given[0]["pass"], given[0]["count_by"] == "answers"
codebook = read("codebook")
tags = [entry["id"] for entry in codebook if entry["entry"] == "tag"]
documents = {row["doc_id"]: row for row in read("documents")}
codings = defaultdict(list)
for row in read("codings"):
    if row["coder"] == coder and row["pass"] == round_ and row["tag"]:
        codings[row["doc_id"]].append(row)


def how_many(rows):
    """Questions, or the answers they belong to."""
    return len({row["answer_group"] for row in rows}) if by_answer else len(rows)


figures = {}


def bar(chart, group, papers, share=None):
    """papers: for each paper how often each tag is counted. share: (hits, of), where not of the first tag."""
    kept = [(counts, paper) for counts, paper in papers if paper[1] > 0]
    of = sum(paper[1] for _, paper in kept)
    if of == 0:
        return
    for nth, tag in enumerate(tags):
        count = sum(counts[nth] for counts, _ in kept)
        if count:
            figures[chart, group, f"count_{tag}"] = count
            figures[chart, group, f"share_{tag}"] = count / of
    figures[chart, group, "n"] = of
    figures[chart, group, "documents"] = len(kept)
    if of >= 10 and len(kept) > 1:
        low, high = bounds([paper for _, paper in kept])
        figures[chart, group, "low"], figures[chart, group, "high"] = low, high


def counted(rows):
    counts = [how_many([row for row in rows if row["tag"] == tag]) for tag in tags]
    return counts, (counts[0], sum(counts))


def groups(chart, document):
    if chart == "ministry":
        return [tidy(document["ministry"])]
    if chart == "parliament":
        return [document["land"]]
    if chart == "party":
        return sorted({tidy(party) for party in split(document["asker_party"])}) or [""]
    day = document["date_answer"] or document["date_published"]
    return [f"{day[:4]}-Q{(int(day[5:7]) + 2) // 3}"] if day else []


bar("all", "", [counted(rows) for rows in codings.values()])
for chart in ["ministry", "party", "parliament", "quarter"]:
    papers = defaultdict(list)
    for doc_id, rows in codings.items():
        for group in groups(chart, documents[doc_id]):
            papers[group].append(counted(rows))
    for group in papers:
        bar(chart, group, papers[group])
asked = sorted({code for rows in codings.values() for row in rows for code in split(row["asked_for"])})
for code in asked:
    fits = [[row for row in rows if code in split(row["asked_for"])] for rows in codings.values()]
    bar("asked", code, [counted(rows) for rows in fits])
for nth, tag in enumerate(tags):
    if next(entry for entry in codebook if entry["id"] == tag and entry["entry"] == "tag")["means"] != "not_given":
        continue
    for facet in [entry["id"] for entry in codebook if entry["entry"] == "facet"]:
        papers = []
        for rows in codings.values():
            tagged = [row for row in rows if row["tag"] == tag]
            hits = how_many([row for row in tagged if facet in split(row["facets"])])
            papers.append(([hits if place == nth else 0 for place in range(len(tags))], (hits, how_many(tagged))))
        if any(paper[0] for _, paper in papers):
            bar(f"facets_{tag}", facet, papers)
days = defaultdict(list)
for document in documents.values():
    if document["days_q_a"] and int(document["days_q_a"]) >= 0:
        days[tidy(document["ministry"])].append(int(document["days_q_a"]))
for office, values in days.items():
    figures["days", office, "documents"] = len(values)
    figures["days", office, "median"] = median(values)

differ = 0
for row in given:
    key, value = (row["chart"], row["group"], row["measure"]), float(row["value"])
    found = figures.get(key)
    if found is None or abs(found - value) > 1e-12:
        differ += 1
        print("differs:", *key, "given", row["value"], "computed", found)
if differ:
    print(f"{differ} of {len(given)} figures differ")
    sys.exit(1)
print(f"all {len(given)} figures agree")
