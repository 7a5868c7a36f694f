"""Expected values of the two-weight model (NumPy), its SGD paths (torch.optim.SGD) and shares (SciPy); prints reference.json.

    python3 reference.py > reference.json

Paths to assets/datasets are relative to this file.
"""

import csv
import json
from pathlib import Path

import numpy as np
import torch
from scipy import stats

DATA = Path(__file__).parents[5] / "assets" / "datasets"


def column(name, key):
    with open(DATA / f"{name}.csv") as rows:
        return np.array([float(row[key]) for row in csv.DictReader(rows)])


def standardized(numbers):
    return (numbers - numbers.mean()) / numbers.std()


def model(source, x, y, target, odd=0.0):
    features = np.stack([standardized(column(source, x)), standardized(column(source, y))], axis=1)
    targets = standardized(column(source, target))
    if odd:
        features = np.vstack([features, [2.0, 2.0]])
        targets = np.append(targets, -odd)
    return features, targets


def facts(source, x, y, target, odd, point):
    features, targets = model(source, x, y, target, odd)
    w = torch.tensor(point, dtype=torch.float64, requires_grad=True)
    loss = lambda weights: 0.5 * ((torch.tensor(features) @ weights - torch.tensor(targets)) ** 2).mean()
    value = loss(w)
    value.backward()
    hessian = torch.autograd.functional.hessian(loss, w.detach())
    least, *_ = np.linalg.lstsq(features, targets, rcond=None)
    single = (features @ np.array(point) - targets)[:, None] * features
    covariance = np.cov(single.T, bias=True)
    return {
        "source": source, "x": x, "y": y, "target": target, "odd": odd, "point": point,
        "samples": len(targets),
        "loss": value.item(),
        "gradient": w.grad.tolist(),
        "hessian": hessian.tolist(),
        "curvatures": np.linalg.eigvalsh(hessian.numpy()).tolist(),
        "least": least.tolist(),
        "leastLoss": 0.5 * np.mean((features @ least - targets) ** 2),
        "covariance": covariance.tolist(),
        "criticalBatch": np.trace(covariance) / (w.grad.numpy() @ w.grad.numpy()),
    }


def walk(batch, rate, steps, drop):
    """Batches in file order. The last one is smaller, or it is dropped."""
    features, targets = model("iris", "petalWidth", "sepalLength", "petalLength")
    weights = torch.tensor([-0.75, 1.15], dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([weights], lr=rate)
    loader = torch.utils.data.DataLoader(
        torch.utils.data.TensorDataset(torch.tensor(features), torch.tensor(targets)),
        batch_size=batch, shuffle=False, drop_last=drop)
    path, epoch = [weights.tolist()], iter(loader)
    while len(path) <= steps:
        try:
            x, t = next(epoch)
        except StopIteration:
            epoch = iter(loader)
            continue
        optimizer.zero_grad()
        (0.5 * ((x @ weights - t) ** 2).mean()).backward()
        optimizer.step()
        path.append(weights.tolist())
    return {"batch": batch, "rate": rate, "drop": drop, "path": path}


def wilson(hits, tries):
    interval = stats.binomtest(hits, tries).proportion_ci(0.95, method="wilson")
    return {"hits": hits, "tries": tries, "lower": interval.low, "upper": interval.high}


def escapes(noise, batch, rate, steps, tilt, runs=100_000):
    """Shares of SGD paths that NumPy computes with its own random numbers."""
    random = np.random.default_rng(7)
    left, _, right = np.sort(np.roots([1, 0, -1, tilt]).real)
    x = np.full(runs, right)
    there = np.zeros(runs, bool)
    for _ in range(steps):
        with np.errstate(all="ignore"):
            x = x - rate * (x * (x * x - 1) + tilt + noise / np.sqrt(batch) * random.standard_normal(runs))
        there |= x <= left
    return {
        "noise": noise, "batch": batch, "rate": rate, "steps": steps, "tilt": tilt,
        "share": float((there & np.isfinite(x)).mean()),
    }


def first_within(share, rate):
    """The full-batch steps needed to reach a fraction of the initial loss, along the eigenvectors of the Hessian."""
    features, targets = model("iris", "petalWidth", "sepalLength", "petalLength")
    curvatures, directions = np.linalg.eigh(features.T @ features / len(targets))
    least, *_ = np.linalg.lstsq(features, targets, rcond=None)
    away = directions.T @ (np.array([-0.75, 1.15]) - least)
    height = lambda k: 0.5 * np.sum(curvatures * away**2 * (1 - rate * curvatures) ** (2 * k))
    return next(k for k in range(100_000) if height(k) <= share * height(0))


numbers = [3.0, 1.0, 10.0, 2.0, 7.5, 2.0]
print(json.dumps({
    "facts": [
        facts("iris", "petalWidth", "sepalLength", "petalLength", 0.0, [-0.75, 1.15]),
        facts("iris", "petalWidth", "sepalLength", "petalLength", 6.0, [0.5, 0.25]),
        facts("diabetes", "bmi", "s5", "progression", 0.0, [0.1, -0.3]),
        facts("wine", "alcohol", "flavanoids", "colorIntensity", 0.0, [1.0, 1.0]),
    ],
    "walks": [walk(1, 0.2, 12, False), walk(32, 0.2, 12, False), walk(32, 0.2, 12, True), walk(150, 0.2, 12, False)],
    "wilson": [wilson(0, 200), wilson(1, 200), wilson(100, 200), wilson(200, 200), wilson(3, 7)],
    "quartiles": {"numbers": numbers, "values": np.quantile(numbers, [0.25, 0.5, 0.75]).tolist()},
    "escapes": [escapes(4, 16, 0.2, 200, 0.1), escapes(4, 32, 0.2, 200, 0.1), escapes(4, 8, 0.1, 200, 0.1)],
    "chiSquare": [
        {"freedom": freedom, "lower": freedom / stats.chi2.ppf(0.975, freedom), "upper": freedom / stats.chi2.ppf(0.025, freedom)}
        for freedom in [9, 19, 49, 199, 1999]
    ],
    "signTest": [stats.binomtest(k, 11).pvalue for k in range(12)],
    "firstWithin": [
        {"share": share, "rate": rate, "steps": first_within(share, rate)}
        for share, rate in [(0.005, 0.2), (0.05, 0.2), (0.001, 0.9), (0.5, 0.01)]
    ],
}, indent=1))
