#!/usr/bin/env python3
"""Writes reference.json: the answers of StateQuestionsTest, computed with NumPy and PyTorch.

Run from the root of the repository: python3 src/test/resources/hyperlab/lesson/ask/reference.py
"""

import csv
import json
import math
import pathlib

import numpy
import torch

HERE = pathlib.Path(__file__).parent
ASSETS = pathlib.Path("assets")


def batch_noise():
    """Deviation of the mean of B sample gradients, drawn without replacement, at the default start."""
    rows = list(csv.DictReader(open(ASSETS / "datasets/iris.csv")))
    columns = [numpy.array([float(row[name]) for row in rows]) for name in ("petalWidth", "sepalLength", "petalLength")]
    x, y, target = [(column - column.mean()) / column.std() for column in columns]
    weights = (-0.75, 1.15)
    error = weights[0] * x + weights[1] * y - target
    gradients = numpy.stack([error * x, error * y], axis=1)
    variance = ((gradients - gradients.mean(axis=0)) ** 2).sum() / len(x)
    n = len(x)
    return {str(b): math.sqrt(variance / b * (n - b) / (n - 1)) for b in (2, 8, 32, 128)}


def slopes():
    """Derivatives at x by automatic differentiation."""
    functions = {
        "sigmoid": torch.sigmoid,
        "tanh": torch.tanh,
        "elu": torch.nn.functional.elu,
        "softplus": torch.nn.functional.softplus,
    }
    result = {}
    for name, function in functions.items():
        for value in (-1.5, 2.0):
            x = torch.tensor(value, dtype=torch.float64, requires_grad=True)
            function(x).backward()
            result[f"{name} {value}"] = x.grad.item()
    return result


def convolutions():
    """Rows of the map and parameters of the layer for a 28 x 28 image."""
    result = []
    for filters, kernel, stride, padding, dilation in ((8, 3, 2, 0, 1), (4, 5, 1, 2, 1), (6, 5, 3, 1, 2)):
        layer = torch.nn.Conv2d(1, filters, kernel, stride=stride, padding=padding, dilation=dilation)
        rows = layer(torch.zeros(1, 1, 28, 28)).shape[2]
        parameters = sum(each.numel() for each in layer.parameters())
        result.append(
            {
                "filters": filters,
                "kernel": kernel,
                "stride": stride,
                "padding": padding,
                "dilation": dilation,
                "rows": rows,
                "parameters": parameters,
            }
        )
    return result


# Quantiles 0.975 of Student's t (tables).
T = {9: 2.2621571627, 4: 2.7764451052, 2: 4.3026527297}


def interval(first, second, larger_is_better):
    """The 95 % interval of the paired gain."""
    gain = numpy.array(second) - numpy.array(first)
    gain = gain if larger_is_better else -gain
    half = T[len(gain) - 1] * gain.std(ddof=1) / math.sqrt(len(gain))
    return gain.mean() - half, gain.mean() + half


def cases():
    """Whether the gain of each case is larger than luck, and the key whose interval lies above all others."""
    result = {}
    for file in sorted((ASSETS / "cases").glob("*.json")):
        case = json.load(open(file))
        recorded = case["recorded"]
        larger = case["measure"] == "accuracy"
        low, high = interval(recorded["before"], recorded["after"], larger)
        verdict = "better" if low > 0 else "worse" if high < 0 else "open"
        alone = {
            key: interval(recorded["before"], scores, larger) for key, scores in recorded.get("changedAlone", {}).items()
        }
        largest = [
            key
            for key, bounds in alone.items()
            if bounds[0] > 0 and all(bounds[0] > other[1] for name, other in alone.items() if name != key)
        ]
        result[case["name"]] = {"verdict": verdict, "largest": largest[0] if len(alone) > 1 and largest else ""}
    return result


def main():
    answers = {"noise": batch_noise(), "slopes": slopes(), "convolutions": convolutions(), "cases": cases()}
    (HERE / "reference.json").write_text(json.dumps(answers, indent=2) + "\n")


main()
