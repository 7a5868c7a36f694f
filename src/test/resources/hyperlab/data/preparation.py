"""Writes preparation.json: the features of preparation.csv as scikit-learn prepares them.

The first 8 rows are the training part; every statistic comes from them. The categories are those of the whole table.
"""

import csv
import json
import pathlib

import numpy as np
from sklearn.impute import MissingIndicator, SimpleImputer
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

folder = pathlib.Path(__file__).parent
with open(folder / "preparation.csv", encoding="utf-8", newline="") as file:
    header, *rows = csv.reader(file)
FEATURES = ["island", "mass", "length", "grade"]
CATEGORIES = ["island", "grade"]
MARKERS = {"", "NA", "?"}
TRAINING = 8


def cells(name):
    return [row[header.index(name)] for row in rows]


def one_hot(name):
    values = cells(name)
    known = sorted(set(values) - MARKERS, key=lambda value: (0, int(value)) if value.isdigit() else (1, value))
    if MARKERS & set(values):
        known.append("(missing)")
    filled = np.array([["(missing)" if value in MARKERS else value] for value in values], dtype=object)
    return OneHotEncoder(categories=[known], sparse_output=False).fit(filled).transform(filled)


def prepared(strategy, standardize, indicator):
    columns = []
    for name in FEATURES:
        if name in CATEGORIES:
            columns.append(one_hot(name))
            continue
        numbers = np.array([[np.nan if value in MARKERS else float(value)] for value in cells(name)])
        steps = [SimpleImputer(strategy=strategy, keep_empty_features=True)]
        if standardize:
            steps.append(StandardScaler())
        columns.append(make_pipeline(*steps).fit(numbers[:TRAINING]).transform(numbers))
        if indicator and np.isnan(numbers).any():
            columns.append(MissingIndicator().fit(numbers).transform(numbers).astype(float))
    return np.hstack(columns).tolist()


result = {
    "mean": prepared("mean", True, False),
    "median": prepared("median", True, False),
    "category": prepared("mean", True, True),
    "unscaled": prepared("mean", False, False),
}
(folder / "preparation.json").write_text(json.dumps(result) + "\n", encoding="utf-8")
