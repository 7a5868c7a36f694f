"""Writes paths.csv: lasso and ridge weights from scikit-learn, for RegularizationPathTest.

Run it in its folder with scikit-learn:  python3 paths.py
Features and target are standardized; scikit-learn's ridge penalty is n times ours.
"""

import csv
import pathlib

import numpy
from sklearn.linear_model import Lasso, Ridge

HERE = pathlib.Path(__file__)
DATA = HERE.parents[5] / "assets" / "datasets"


def read(name):
    with open(DATA / f"{name}.csv", encoding="utf-8") as file:
        rows = list(csv.reader(file))[1:]
    classes = sorted({row[-1] for row in rows})
    target = [float(row[-1]) if len(classes) > 20 else float(classes.index(row[-1])) for row in rows]
    return numpy.array([[float(cell) for cell in row[:-1]] for row in rows]), numpy.array(target)


def main():
    lines = []
    for name in ("diabetes", "breastCancer"):
        x, y = read(name)
        x = (x - x.mean(0)) / x.std(0)
        y = (y - y.mean()) / y.std()
        for strength in (0.001, 0.01, 0.05, 0.2, 0.5):
            lasso = Lasso(alpha=strength, fit_intercept=False, tol=1e-15, max_iter=10_000_000).fit(x, y).coef_
            ridge = Ridge(alpha=strength * len(y), fit_intercept=False, solver="cholesky").fit(x, y).coef_
            for kind, weights in (("L1", lasso), ("L2", ridge)):
                lines.append(",".join([name, kind, repr(strength)] + [repr(float(weight)) for weight in weights]))
    HERE.with_name("paths.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
