"""Expected trajectories of Lion, in NumPy, from the formulas of algorithm 2 in Chen et al. 2023 (arXiv 2302.06675).

Run it where it stands, with NumPy installed:  python3 lion.py
It writes lion-reference.json and lion-effective.json, which hold the same as reference.json and effective.json do for
the optimizers of PyTorch: see reference.py. The effective rate of a coordinate is the step without the weight decay,
divided by the direction c.
"""

import json
import pathlib

import numpy as np

SETTINGS = {
    "lion": {"beta1": 0.9, "beta2": 0.99, "decay": 0.01},
    "lionOther": {"beta1": 0.8, "beta2": 0.95, "decay": 0.4},
}
RATE = 0.05
STEPS = 60
EFFECTIVE = (1, 2, 40)


def gradient(point):
    x, y, z = point
    return np.array([x + y / 2, 10 * y + x / 2, np.sin(z)])


def walk(beta1, beta2, decay):
    theta = np.array([2.0, -1.5, 2.5])
    m = np.zeros(3)
    path, rates = [], []
    for step in range(1, STEPS + 1):
        g = gradient(theta)
        c = beta1 * m + (1 - beta1) * g
        update = np.sign(c) + decay * theta
        if step in EFFECTIVE:
            rates.append((RATE * np.sign(c) / c).tolist())
        theta = theta - RATE * update
        m = beta2 * m + (1 - beta2) * g
        path.append(theta.tolist())
    return path, rates


def main():
    results = {name: walk(**settings) for name, settings in SETTINGS.items()}
    for index, file in enumerate(("lion-reference.json", "lion-effective.json")):
        lines = ",\n".join('"%s": %s' % (name, json.dumps(result[index])) for name, result in results.items())
        pathlib.Path(__file__).with_name(file).write_text("{\n%s\n}\n" % lines, encoding="utf-8")


if __name__ == "__main__":
    main()
