"""Expected products with the Hessian for HessianTest, from PyTorch in float64.

Run it in its folder with PyTorch 2.x:  python3 hessian.py
It writes hessian.json: each activation with each loss, and some after a convolution, a random direction v and Hv, where H is
the Hessian of the mean loss with respect to all weights, biases and slopes, in the order of weights.json. The products come
from torch.autograd.functional.hvp and are checked here against the full Hessian. Random numbers come from Python's own
generator with a fixed seed.
"""

import json
import math
import pathlib
import random

import torch
import torch.nn.functional as functional

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)

ROWS, FEATURES, CLASSES = 11, 3, 3
HIDDEN = [4, 3]
ACTIVATIONS = [
    {"name": "sigmoid"},
    {"name": "tanh"},
    {"name": "relu"},
    {"name": "leakyRelu", "slope": 0.1},
    {"name": "prelu", "slope": 0.25},
    {"name": "elu", "alpha": 1.3},
    {"name": "maxout", "pieces": 3},
    {"name": "linear"},
    {"name": "softplus"},
    {"name": "selu"},
    {"name": "gelu"},
    {"name": "silu"},
    {"name": "mish"},
]
IMAGE = [1, 1, 3]
CONVOLUTION = {"filters": 2, "kernel": 2, "stride": 1, "padding": 1, "pool": 2}
CONVOLVED = [{"name": "tanh"}, {"name": "relu"}, {"name": "prelu", "slope": 0.25}, {"name": "maxout", "pieces": 2}]
TASKS = [("classes", "crossEntropy"), ("numbers", "squaredError"), ("classes", "squaredError")]


def data(source):
    features = [[round(source.gauss(0, 1), 3) for _ in range(FEATURES)] for _ in range(ROWS)]
    numbers = [round(math.sin(x[0]) + 0.5 * x[1] * x[2], 3) for x in features]
    classes = [0 if x[0] + x[1] < -0.5 else 1 if x[2] < 0.3 else 2 for x in features]
    return {"features": features, "numbers": numbers, "classes": classes}


def drawn(source, shape):
    if len(shape) == 0:
        return round(source.uniform(-0.9, 0.9), 3)
    return [drawn(source, shape[1:]) for _ in range(shape[0])]


def convolution(source, activation):
    """The layers of a convolution as in weights.json, and the number of values in its pooled maps."""
    filters = CONVOLUTION["filters"] * activation.get("pieces", 1)
    kernel = CONVOLUTION["kernel"]
    layers = [{"weights": drawn(source, [filters, IMAGE[0], kernel, kernel]), "bias": drawn(source, [filters])}]
    if activation["name"] == "prelu":
        layers.append({"slope": [activation["slope"]]})
    sides = [(n + 2 * CONVOLUTION["padding"] - kernel) // CONVOLUTION["stride"] + 1 for n in IMAGE[1:]]
    return layers, CONVOLUTION["filters"] * math.prod(side // CONVOLUTION["pool"] for side in sides)


def start(source, activation, outputs, convolved=False):
    layers, width = convolution(source, activation) if convolved else ([], FEATURES)
    for depth, units in enumerate(HIDDEN + [outputs]):
        top = depth == len(HIDDEN)
        rows = units * (1 if top else activation.get("pieces", 1))
        weights = [[round(source.uniform(-0.9, 0.9), 3) for _ in range(width)] for _ in range(rows)]
        layers.append({"weights": weights, "bias": [round(source.uniform(-0.3, 0.3), 3) for _ in range(rows)]})
        if not top and activation["name"] == "prelu":
            layers.append({"slope": [activation["slope"]]})
        width = units
    return layers


def activated(z, activation, slope):
    name = activation["name"]
    if name == "maxout":
        return z.unflatten(1, (-1, activation["pieces"])).max(dim=2).values
    if name == "prelu":
        return functional.prelu(z, slope)
    return {
        "sigmoid": torch.sigmoid,
        "tanh": torch.tanh,
        "relu": torch.relu,
        "leakyRelu": lambda x: functional.leaky_relu(x, activation.get("slope", 0.01)),
        "elu": lambda x: functional.elu(x, activation.get("alpha", 1.0)),
        "linear": lambda x: x,
        "softplus": lambda x: functional.softplus(x, threshold=700.0),
        "selu": functional.selu,
        "gelu": functional.gelu,
        "silu": functional.silu,
        "mish": functional.mish,
    }[name](z)


def mean_loss(flat, layers, activation, x, targets, loss):
    tensors, at = [], 0
    for layer in layers:
        for value in layer.values():
            shape = torch.tensor(value).shape
            tensors.append(flat[at:at + shape.numel()].view(shape))
            at += shape.numel()
    values, place = x, 0
    if tensors[0].dim() == 4:
        maps = functional.conv2d(
            values.view(-1, *IMAGE), tensors[0], tensors[1],
            stride=CONVOLUTION["stride"], padding=CONVOLUTION["padding"])
        learned = activation["name"] == "prelu"
        maps = activated(maps, activation, tensors[2] if learned else None)
        values = functional.max_pool2d(maps, CONVOLUTION["pool"]).flatten(1)
        place = 3 if learned else 2
    for depth in range(len(HIDDEN) + 1):
        values = functional.linear(values, tensors[place], tensors[place + 1])
        place += 2
        if depth < len(HIDDEN):
            learned = activation["name"] == "prelu"
            values = activated(values, activation, tensors[place] if learned else None)
            place += 1 if learned else 0
    if loss == "crossEntropy":
        return functional.cross_entropy(values, targets)
    wanted = functional.one_hot(targets, CLASSES) if values.shape[1] > 1 else targets.unsqueeze(1)
    return 0.5 * ((values - wanted) ** 2).sum(dim=1).mean()


def case(source, numbers, activation, name, loss, convolved=False):
    layers = start(source, activation, 1 if name == "numbers" else CLASSES, convolved)
    x = torch.tensor(numbers["features"])
    targets = torch.tensor(numbers[name])
    flat = torch.cat([torch.tensor(value).flatten() for layer in layers for value in layer.values()])
    direction = torch.tensor([round(source.gauss(0, 1), 3) for _ in range(len(flat))])

    def function(parameters):
        return mean_loss(parameters, layers, activation, x, targets, loss)

    product = torch.autograd.functional.hvp(function, flat, direction)[1]
    hessian = torch.autograd.functional.hessian(function, flat)
    assert torch.allclose(hessian @ direction, product, rtol=1e-11, atol=1e-13), activation
    return {
        "data": name, "loss": loss, "image": IMAGE if convolved else None,
        "convolutions": [CONVOLUTION] if convolved else [], "hidden": HIDDEN, "activation": activation, "start": layers,
        "direction": direction.tolist(), "product": product.tolist(),
        "eigenvalues": torch.linalg.eigvalsh(hessian).tolist(),
    }


def main():
    source = random.Random(26)
    numbers = data(source)
    cases = [case(source, numbers, activation, *task) for activation in ACTIVATIONS for task in TASKS]
    cases += [case(source, numbers, activation, *TASKS[0], convolved=True) for activation in CONVOLVED]
    file = pathlib.Path(__file__).with_name("hessian.json")
    lines = ",\n".join(json.dumps(each) for each in cases)
    file.write_text('{"data": %s,\n"cases": [\n%s\n]}\n' % (json.dumps(numbers), lines), encoding="utf-8")


if __name__ == "__main__":
    main()
