"""Expected values of lessons, computed without the program: closed forms, NumPy, and our own loops.

Writes reference.json; run it in this folder. The data sets are read from assets/datasets.
"""

import csv
import json
import math
import pathlib

import numpy as np

DATA = pathlib.Path(__file__).resolve().parents[5] / "assets" / "datasets"


def parabola(rate, curvature, steps, start=3.2):
    x = [start]
    for _ in range(steps):
        x.append(x[-1] - rate * curvature * x[-1])
    return x


def ravine(condition, steps, rate, momentum=0.0, start=(-4.0, 1.0)):
    """f = (x^2 + condition*y^2)/2 with torch.optim.SGD's momentum."""
    p = np.array(start)
    v = np.zeros(2)
    scale = np.array([1.0, condition])
    for step in range(steps):
        g = scale * p
        v = g if step == 0 else momentum * v + g
        p = p - rate * v
    return float((scale * p * p).sum() / 2)


def ravine_adam(condition, steps, rate, start=(-4.0, 1.0)):
    p, m, v = np.array(start), np.zeros(2), np.zeros(2)
    scale = np.array([1.0, condition])
    for t in range(1, steps + 1):
        g = scale * p
        m = 0.9 * m + 0.1 * g
        v = 0.999 * v + 0.001 * g * g
        p = p - rate * (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)
    return float((scale * p * p).sum() / 2)


def iris_noise(batch, start=(-0.75, 1.15)):
    """The noise of a batch gradient drawn without replacement, on standardized petal width, sepal length -> petal length."""
    rows = list(csv.DictReader(open(DATA / "iris.csv", encoding="utf-8")))
    names = {key.lower().replace("_", ""): key for key in rows[0]}
    column = lambda name: np.array([float(row[names[name.lower()]]) for row in rows])
    standard = lambda a: (a - a.mean()) / a.std()
    x = np.column_stack([standard(column("petalWidth")), standard(column("sepalLength"))])
    y = standard(column("petalLength"))
    gradients = (x @ np.array(start) - y)[:, None] * x
    n = len(y)
    trace = ((gradients - gradients.mean(axis=0)) ** 2).sum(axis=1).mean()
    return math.sqrt(trace / batch * (n - batch) / (n - 1))


reference = {
    "x8": parabola(0.1, 1, 8)[8],
    "x8large": parabola(1.9, 1, 8)[8],
    "f20diverging": parabola(2.1, 1, 20)[20] ** 2 / 2,
    "f20at0145": parabola(0.145, 1, 20)[20] ** 2 / 2,
    "ravine20": [ravine(20, 40, 0.09), ravine(20, 40, 0.03, 0.9), ravine_adam(20, 40, 0.3)],
    "ravine100": [ravine(100, 40, 0.0198), ravine(100, 40, 0.033, 0.67), ravine_adam(100, 40, 0.5)],
    "noise": {str(batch): iris_noise(batch) for batch in (1, 16, 64, 75, 150)},
}
json.dump(reference, open("reference.json", "w"), indent=1)
