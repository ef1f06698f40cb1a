"""Reads the tables with the types that tables/columns.csv names: `from read import tables`. Needs pandas."""
import re
from pathlib import Path

import pandas as pd

FOLDER = Path(__file__).resolve().parent.parent / "tables"


def plain(text):
    """Without the apostrophe that keeps a spreadsheet from running a text as a formula."""
    return re.sub(r"^'(?='*[=+\-@\t\r\n＝＋－＠])", "", text) if isinstance(text, str) else text


def read_text(name):
    return pd.read_csv(FOLDER / f"{name}.csv", dtype=str, keep_default_na=False, na_values=[""], encoding="utf-8")


TYPES = {
    "text": lambda cells: cells.map(plain),
    "number": lambda cells: pd.to_numeric(cells).astype("Int64"),
    "decimal": pd.to_numeric,
    "flag": lambda cells: cells.map({"1": True, "0": False}).astype("boolean"),
    "date": pd.to_datetime,
    "time": lambda cells: pd.to_datetime(cells, utc=True),
}


def read_table(name, columns):
    table = read_text(name)
    return table.assign(**{column: TYPES[type_](table[column]) for column, type_ in zip(columns.column, columns.type)})


tables = {name: read_table(name, columns) for name, columns in read_text("columns").groupby("table")}
