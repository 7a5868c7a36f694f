"""Expected numbers of QuadraticMapTest, from NumPy: the eigenvalues of the matrix of one step of the heavy ball, and steps
that are simulated.

Run it in its folder:  python3 quadratic.py
It writes quadratic.csv: rate, momentum, curvature, the spectral radius, the outcome by the eigenvalues, and the first step
after which the distance stays at most 1 % of the initial one for 2,000 steps (empty if there is none).
"""

import csv
import pathlib

import numpy as np


def outcome(roots):
    if max(abs(roots)) >= 1:
        return "diverged"
    if np.all(np.isreal(roots)) and np.all(roots.real >= 0):
        return "converged"
    return "oscillating"


def steps(rate, momentum, curvature):
    x, velocity, reached = 1.0, 0.0, None
    for step in range(1, 2001):
        velocity = momentum * velocity + curvature * x
        x -= rate * velocity
        if abs(x) > 0.01:
            reached = None
        elif reached is None:
            reached = step
    return reached


def main():
    source = np.random.default_rng(3)
    with pathlib.Path(__file__).with_name("quadratic.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["rate", "momentum", "curvature", "spectralRadius", "outcome", "steps"])
        for _ in range(300):
            momentum = round(source.uniform(0.01, 0.97), 4)
            curvature = round(10 ** source.uniform(-1, 1), 4)
            rate = round(source.uniform(0.02, 4.2) / curvature, 6)
            matrix = np.array([[1 + momentum - rate * curvature, -momentum], [1.0, 0.0]])
            roots = np.linalg.eigvals(matrix)
            reached = steps(rate, momentum, curvature) if max(abs(roots)) < 1 else None
            writer.writerow([rate, momentum, curvature, repr(float(max(abs(roots)))), outcome(roots), reached])


if __name__ == "__main__":
    main()
