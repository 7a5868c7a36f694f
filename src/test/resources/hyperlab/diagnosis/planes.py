"""Expected principal components for FeaturePlaneTest, from NumPy's singular value decomposition.

Run it in its folder with NumPy:  python3 planes.py
It uses all rows of iris as they are and of wine standardized, and writes planes.json: the two directions, each with its
largest component positive, and the share of the variance that they explain.
"""

import csv
import json
import pathlib

import numpy as np

HERE = pathlib.Path(__file__).parent
DATASETS = HERE.parents[4] / "assets" / "datasets"


def rows(name):
    with open(DATASETS / name, newline="") as file:
        lines = list(csv.reader(file))[1:]
    return np.array([[float(cell) for cell in line[:-1]] for line in lines])


def components(matrix):
    centered = matrix - matrix.mean(axis=0)
    _, sizes, directions = np.linalg.svd(centered, full_matrices=False)
    upright = [d * np.sign(d[np.argmax(np.abs(d))]) for d in directions[:2]]
    share = (sizes[:2] ** 2).sum() / (sizes**2).sum()
    return {"first": upright[0].tolist(), "second": upright[1].tolist(), "share": share}


iris = rows("iris.csv")
wine = rows("wine.csv")
wine = (wine - wine.mean(axis=0)) / wine.std(axis=0)
(HERE / "planes.json").write_text(json.dumps({"iris": components(iris), "wine": components(wine)}, indent=1) + "\n")
