"""Writes exercises.json: numbers of the exercises, computed from closed forms with NumPy only.

    python3 exercises.py > exercises.json
"""

import json
import math

import numpy as np


def sigmoid(x):
    return 1 / (1 + math.exp(-x))


def noise(batch, samples):
    """The standard deviation of a mean without replacement, relative to that of one sample."""
    return math.sqrt((samples - batch) / (samples - 1) / batch)


def sgd_on_ravine(rate, condition, start, steps):
    """The value of (x^2 + c y^2) / 2 after some steps."""
    x = start[0] * (1 - rate) ** steps
    y = start[1] * (1 - rate * condition) ** steps
    return (x * x + condition * y * y) / 2


def softmax(scores):
    powers = np.exp(np.array(scores, dtype=float))
    return powers / powers.sum()


def dense(*sizes):
    """The number of weights and biases."""
    return sum((n + 1) * m for n, m in zip(sizes, sizes[1:]))


def entry(page, exercise, expression, value):
    return {"page": page, "exercise": exercise, "expression": expression, "value": float(value)}


START = (-4.0, 1.0)  # x and y at which the descents in the ravine begin

entries = [
    entry("parameters", 1, "parameters", dense(4, 3)),
    entry("parameters", 3, "(parameters with (activation = prelu)) - parameters", 2),
    entry("learning-rate", 1, "x[1]", 3.2 * (1 - 1.9)),
    entry("learning-rate", 2, "abs(x[20] with (learningRate = 0.5))", 3.2),
    entry("learning-rate", 2, "abs(x[20] with (learningRate = 2))", 3.2 * 7.0**20),
    entry("batch-size", 1, "stepsPerEpoch of 40", math.ceil(150 / 40)),
    entry("batch-size", 1, "lastBatch of 40", 150 - 3 * 40),
    entry("batch-size", 2, "noise(32) / noise(8)", noise(32, 150) / noise(8, 150)),
    entry("batch-size", 2, "noiseWithReplacement(32) / noiseWithReplacement(8)", 0.5),
    entry("epochs", 1, "epoch with (patience = 40)", 26 + 40),
    entry("dropout", 1, "3 / (1 - 0.2)", 3.75),
    entry("activation", 1, "slope(0) of sigmoid", 0.25),
    entry("activation", 1, "slope(2) of sigmoid", sigmoid(2) * (1 - sigmoid(2))),
    entry("activation", 2, "slope(-2) of sigmoid", sigmoid(2) * (1 - sigmoid(2))),
    entry("activation", 2, "value(-2) of sigmoid", sigmoid(-2)),
    entry("optimizers", 1, "f[40] of sgd", sgd_on_ravine(0.0198, 100, START, 40)),
    entry("optimizers", 1, "f[40] with (learningRate = 0.021)", sgd_on_ravine(0.021, 100, START, 40)),
    entry("optimizers", 2, "f[40] of sgd", sgd_on_ravine(0.09, 20, START, 40)),
    entry("layers", 1, "parameters", dense(2, 8, 2)),
    entry("layers", 1, "parameters with (hidden = [8, 8])", dense(2, 8, 8, 2)),
    entry("convolution", 1, "outputSide", (28 - 3) // 3 + 1),
    entry("convolution", 1, "unreadPixels", 28 * 28 - 27 * 27),
    entry("convolution", 2, "parameters", 3 * 3 + 1),
    entry("convolution", 2, "multiplyAdds", 28 * 28 * 9),
    entry("convolution", 2, "multiplyAdds with (source = digits, sample = 0)", 8 * 8 * 9),
    entry("tuning", 1, "distinct of x with (method = grid, pointsPerAxis = 5)", 5),
    entry("tuning", 2, "epochsUsed with (trials = 27)", 27 * 1 + 9 * (3 - 1) + 3 * (9 - 3)),
    entry("tuning", 2, "fullEpochs with (trials = 27)", 27 * 9),
    entry("softmax", 1, "ln(3)", -math.log(1 / 3)),
    entry("softmax", 2, "exp(4) / (exp(4) + exp(2) + exp(0))", softmax([4, 2, 0])[0]),
    entry("softmax", 2, "exp(2) / (exp(2) + exp(1) + exp(0))", softmax([2, 1, 0])[0]),
    entry("backpropagation", 1, "0.8 * (1 - 0.5^2)", 0.8 / math.cosh(math.atanh(0.5)) ** 2),
    entry("backpropagation", 2, "weightNorm", 0),
    entry("sayings", 2, "rate[0]", 0.09 * 1 / 5),
    entry("sayings", 2, "rate[4]", 0.09),
    entry("sayings", 2, "rate[39]", 0.09 * (1 + math.cos(math.pi * 34 / 35)) / 2),
]
print(json.dumps(entries, indent=1))
