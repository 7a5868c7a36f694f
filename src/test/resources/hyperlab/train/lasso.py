"""Writes lasso.csv: lasso weights by scikit-learn's coordinate descent, for ProximalPenaltyTest.

Run it in its folder with scikit-learn:  python3 lasso.py
The first 353 rows of diabetes (a share of 0.8, in file order) are the training part. Their features are standardized;
the target is in its own unit. scikit-learn minimizes 1/(2n)·Σ(y − Xw − b)² + λ·Σ|w| with a free intercept b.
Columns: λ, b, then one weight per feature. λ = 100 exceeds the largest |covariance|, so all of its weights are 0.
"""

import csv
import pathlib

import numpy
from sklearn.linear_model import Lasso

HERE = pathlib.Path(__file__)
DATA = HERE.parents[5] / "assets" / "datasets" / "diabetes.csv"
TRAINING_ROWS = 353


def main():
    with open(DATA, encoding="utf-8") as file:
        rows = numpy.array([[float(cell) for cell in row] for row in list(csv.reader(file))[1:]])[:TRAINING_ROWS]
    x, y = rows[:, :-1], rows[:, -1]
    x = (x - x.mean(0)) / x.std(0)
    lines = []
    for strength in (0.25, 1.0, 4.0, 8.0, 20.0, 100.0):
        lasso = Lasso(alpha=strength, tol=1e-15, max_iter=10_000_000).fit(x, y)
        lines.append(",".join(repr(float(number)) for number in (strength, lasso.intercept_, *lasso.coef_)))
    HERE.with_name("lasso.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
