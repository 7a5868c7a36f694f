"""Expected histories and final weights of ConvolutionReferenceTest, from PyTorch in float64.

Run it in its folder with PyTorch 2.x:  python3 convolutions.py
It writes convolutions.json: experiments in their file format, the table of images, initial and final weights as in
weights.json, and the losses and accuracies of each epoch. The first rows are the training rows, in order. Random numbers
come from Python's own generator with a fixed seed.
"""

import json
import pathlib
import random

import torch
import torch.nn.functional as functional

from reference import loss_of, optimizer_of

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)

ROWS, TRAIN, CLASSES, EPOCHS = 24, 18, 3, 4

PLAIN = {"name": "sgd", "momentum": 0.0, "nesterov": False, "rate": 0.05}
MOMENTUM = {"name": "sgd", "momentum": 0.9, "nesterov": False, "rate": 0.01}
ADAM = {"name": "adam", "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, "rate": 0.01}

# activation, optimizer, l1, l2, batch, hidden, image, convolutions as (filters, kernel, stride, padding, pool), data
CASES = [
    ({"name": "relu"}, ADAM, 0.0, 0.0, 7, [], [1, 8, 8], [(3, 3, 1, 1, 2), (4, 3, 1, 1, 2)], "classes"),
    ({"name": "relu"}, MOMENTUM, 0.002, 0.01, 18, [4], [2, 7, 5], [(3, 3, 1, 0, 2)], "numbers"),
    ({"name": "prelu", "slope": 0.25}, ADAM, 0.0, 0.02, 5, [4], [2, 7, 9], [(3, 3, 2, 1, 1), (2, 2, 1, 0, 2)], "classes"),
    ({"name": "prelu", "slope": -0.1}, PLAIN, 0.003, 0.0, 1, [], [3, 5, 6], [(2, 2, 1, 0, 2)], "numbers"),
    ({"name": "maxout", "pieces": 3}, ADAM, 0.0, 0.0, 6, [3], [1, 7, 7], [(2, 3, 1, 1, 2), (3, 2, 1, 0, 1)], "classes"),
    ({"name": "maxout", "pieces": 2}, PLAIN, 0.0, 0.03, 4, [], [2, 6, 5], [(3, 2, 2, 0, 1)], "classes"),
    ({"name": "tanh"}, MOMENTUM, 0.0, 0.0, 7, [5], [1, 9, 4], [(4, 4, 3, 2, 2)], "classes"),
    ({"name": "leakyRelu", "slope": 0.1}, ADAM, 0.001, 0.001, 18, [], [1, 6, 6], [(2, 3, 1, 3, 3)], "numbers"),
    ({"name": "linear"}, ADAM, 0.0, 0.0, 7, [], [2, 5, 5], [(3, 1, 1, 0, 2), (2, 2, 1, 1, 1)], "numbers"),
    ({"name": "elu", "alpha": 1.3}, PLAIN, 0.0, 0.01, 5, [3], [1, 5, 5], [(2, 5, 1, 0, 1)], "classes"),
]


def rounded(source, *sides):
    if len(sides) > 1:
        return [rounded(source, *sides[1:]) for _ in range(sides[0])]
    return [round(source.uniform(-0.6, 0.6), 3) for _ in range(sides[0])]


def start(source, activation, hidden, image, convolutions, outputs):
    """Layers as in weights.json, with few digits."""
    layers = []
    pieces = activation.get("pieces", 1)
    channels, height, width = image
    for filters, kernel, stride, padding, pool in convolutions:
        maps = filters * pieces
        layers.append({"kind": "convolution", "weights": rounded(source, maps, channels, kernel, kernel),
                       "bias": rounded(source, maps)})
        if activation["name"] == "prelu":
            layers.append({"kind": "prelu", "slope": [activation["slope"]]})
        channels = filters
        height, width = (((side + 2 * padding - kernel) // stride + 1) // pool for side in (height, width))
    inputs = channels * height * width
    for units in hidden:
        layers.append({"kind": "dense", "weights": rounded(source, units * pieces, inputs),
                       "bias": rounded(source, units * pieces)})
        if activation["name"] == "prelu":
            layers.append({"kind": "prelu", "slope": [activation["slope"]]})
        inputs = units
    layers.append({"kind": "dense", "weights": rounded(source, outputs, inputs), "bias": rounded(source, outputs)})
    return layers


def activated(z, activation, slope):
    name = activation["name"]
    if name == "prelu":
        return functional.prelu(z, slope)
    if name == "maxout":
        return z.view(z.shape[0], -1, activation["pieces"], *z.shape[2:]).max(dim=2).values
    if name == "leakyRelu":
        return functional.leaky_relu(z, activation["slope"])
    if name == "elu":
        return functional.elu(z, activation["alpha"])
    return {"relu": torch.relu, "tanh": torch.tanh, "linear": lambda x: x}[name](z)


def forward(layers, activation, image, convolutions, x):
    x = x.view(-1, *image)
    left = list(convolutions)
    queue = list(layers)
    while queue:
        layer = queue.pop(0)
        last = not queue
        slope = queue.pop(0)["slope"] if queue and "slope" in queue[0] else None
        if left:
            _, _, stride, padding, pool = left.pop(0)
            x = functional.conv2d(x, layer["weights"], layer["bias"], stride=stride, padding=padding)
            x = functional.max_pool2d(activated(x, activation, slope), pool)
            continue
        x = functional.linear(x.flatten(1), layer["weights"], layer["bias"])
        if not last:
            x = activated(x, activation, slope)
    return x


def tensors(layers):
    return [{key: torch.tensor(value, requires_grad=True) for key, value in layer.items() if key != "kind"}
            for layer in layers]


def described(layers, like):
    return [{"kind": old["kind"], **{key: value.tolist() for key, value in layer.items()}}
            for layer, old in zip(layers, like)]


def train(source, case):
    activation, optimizer, l1, l2, batch, hidden, image, convolutions, data = case
    features = rounded(source, ROWS, image[0] * image[1] * image[2])
    sums = [sum(row[: len(row) // 2]) - sum(row[len(row) // 2:]) for row in features]
    targets = [round(s, 3) if data == "numbers" else (0 if s < -0.8 else 1 if s < 0.8 else 2) for s in sums]
    classes = data == "classes"
    if classes:
        targets[:3] = [0, 1, 2]
    begin = start(source, activation, hidden, image, convolutions, CLASSES if classes else 1)
    loss = "crossEntropy" if classes else "squaredError"
    layers = tensors(begin)
    x, y = torch.tensor(features), torch.tensor(targets)
    parts = [(x[:TRAIN], y[:TRAIN]), (x[TRAIN:], y[TRAIN:])]
    steps = optimizer_of(optimizer, [value for layer in layers for value in layer.values()])

    def outputs(samples):
        return forward(layers, activation, image, convolutions, samples)

    def row():
        with torch.no_grad():
            both = [outputs(samples) for samples, _ in parts]
            numbers = [loss_of(o, t, loss).item() for o, (_, t) in zip(both, parts)]
            if classes:
                numbers += [(o.argmax(dim=1) == t).double().mean().item() for o, (_, t) in zip(both, parts)]
            return numbers

    history = [row()]
    for _ in range(EPOCHS):
        for first in range(0, TRAIN, batch):
            rows = slice(first, min(first + batch, TRAIN))
            steps.zero_grad()
            total = loss_of(outputs(x[rows]), y[rows], loss)
            for layer in layers:
                if "weights" in layer:
                    total = total + l1 * layer["weights"].abs().sum() + 0.5 * l2 * (layer["weights"] ** 2).sum()
            total.backward()
            steps.step()
        history.append(row())
    names = ("filters", "kernel", "stride", "padding", "pool")
    return {
        "experiment": {
            "format": "hyperlab-experiment/1",
            "data": {"source": "csv", "file": "images.csv", "target": "y", "image": image,
                     "task": "classification" if classes else "regression",
                     "trainFraction": TRAIN / ROWS, "split": "sequential"},
            "network": {"convolutions": [dict(zip(names, c)) for c in convolutions], "hidden": hidden,
                        "activation": activation, "initialWeights": "weights.json"},
            "training": {"optimizer": {k: v for k, v in optimizer.items() if k != "rate"},
                         "learningRate": optimizer["rate"], "batchSize": batch, "shuffle": False, "epochs": EPOCHS,
                         "penalty": {"l1": l1, "l2": l2}},
        },
        "features": features, "targets": targets, "history": history,
        "start": {"format": "hyperlab-weights/1", "layers": begin},
        "end": {"format": "hyperlab-weights/1", "layers": described(layers, begin)},
    }


def main():
    source = random.Random(21)
    file = pathlib.Path(__file__).with_name("convolutions.json")
    lines = ",\n".join(json.dumps(train(source, case)) for case in CASES)
    file.write_text("[\n" + lines + "\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
