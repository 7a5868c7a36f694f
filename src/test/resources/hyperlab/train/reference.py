"""Expected histories and final weights of TrainingReferenceTest, from PyTorch in float64.

Run it in its folder with PyTorch 2.x:  python3 reference.py
It writes reference.json. Every activation is combined with every optimizer, with two of the four penalties. Data, losses and
batch sizes (not all of which divide the 24 training rows) alternate. Every schedule is trained with and without warm-up, with
PyTorch's own schedulers. Data are split in file order and never shuffled. Random numbers come from Python's own generator
with a fixed seed, so the file changes only with the definitions.
"""

import json
import math
import pathlib
import random

import torch
import torch.nn.functional as functional

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)

ROWS, TRAIN, FEATURES, CLASSES = 31, 24, 3, 3
EPOCHS = 4

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
OPTIMIZERS = [
    {"name": "sgd", "momentum": 0.0, "nesterov": False, "rate": 0.1},
    {"name": "sgd", "momentum": 0.9, "nesterov": False, "rate": 0.01},
    {"name": "sgd", "momentum": 0.9, "nesterov": True, "rate": 0.01},
    {"name": "adagrad", "epsilon": 1e-10, "rate": 0.05},
    {"name": "rmsprop", "decay": 0.99, "epsilon": 1e-8, "rate": 0.01},
    {"name": "adadelta", "rho": 0.9, "epsilon": 1e-6, "rate": 1.0},
    {"name": "adam", "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, "rate": 0.02},
    {"name": "nadam", "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, "momentumDecay": 0.004, "rate": 0.02},
    {"name": "adamw", "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, "weightDecay": 0.3, "rate": 0.02},
]
# Trained under a random seed of their own, so that the cases above stay as they are.
ADDED_ACTIVATIONS = [{"name": "hardswish"}]
ADDED_OPTIMIZERS = [{"name": "lion", "beta1": 0.9, "beta2": 0.99, "weightDecay": 0.3, "rate": 0.005}]
SCHEDULES = [
    {"name": "constant"},
    {"name": "step", "every": 2, "factor": 0.5},
    {"name": "exponential", "factor": 0.8},
    {"name": "cosine", "floor": 0.01},
]
SCHEDULED_EPOCHS = 7
WARMUPS = [0, 1, 3, SCHEDULED_EPOCHS, SCHEDULED_EPOCHS + 2]
PENALTIES = [(0.0, 0.0), (0.01, 0.0), (0.0, 0.02), (0.003, 0.01)]
TASKS = [("classes", "crossEntropy"), ("numbers", "squaredError"), ("classes", "squaredError")]
BATCHES = [7, 1, 24, 5]
HIDDEN = [[4, 3], [5], []]


def data(source):
    features = [[round(source.gauss(0, 1), 3) for _ in range(FEATURES)] for _ in range(ROWS)]
    numbers = [round(math.sin(x[0]) + 0.5 * x[1] * x[2], 3) for x in features]
    classes = [0 if x[0] + x[1] < -0.5 else 1 if x[2] < 0.3 else 2 for x in features]
    return {"features": features, "numbers": numbers, "classes": classes}


def start(source, hidden, activation, outputs):
    """Layers as in weights.json, with few digits."""
    layers = []
    width = FEATURES
    for units in hidden + [outputs]:
        top = len(layers) >= len(hidden) * (2 if activation["name"] == "prelu" else 1)
        rows = units * (1 if top else activation.get("pieces", 1))
        weights = [[round(source.uniform(-0.9, 0.9), 3) for _ in range(width)] for _ in range(rows)]
        layers.append({"weights": weights, "bias": [round(source.uniform(-0.3, 0.3), 3) for _ in range(rows)]})
        if not top and activation["name"] == "prelu":
            layers.append({"slope": [activation["slope"]]})
        width = units
    return layers


def tensors(layers):
    return [{key: torch.tensor(value, requires_grad=True) for key, value in layer.items()} for layer in layers]


def activated(z, activation):
    name = activation["name"]
    if name == "sigmoid":
        return torch.sigmoid(z)
    if name == "tanh":
        return torch.tanh(z)
    if name == "relu":
        return torch.relu(z)
    if name == "leakyRelu":
        return functional.leaky_relu(z, activation["slope"])
    if name == "elu":
        return functional.elu(z, activation["alpha"])
    if name == "maxout":
        return z.view(z.shape[0], -1, activation["pieces"]).max(dim=2).values
    if name == "softplus":
        return functional.softplus(z)
    if name == "selu":
        return functional.selu(z)
    if name == "gelu":
        return functional.gelu(z)
    if name == "silu":
        return functional.silu(z)
    if name == "mish":
        return functional.mish(z)
    if name == "hardswish":
        return functional.hardswish(z)
    return z  # linear, and prelu, whose slope is a separate layer


def forward(layers, activation, x):
    dense_left = sum("weights" in layer for layer in layers)
    for layer in layers:
        if "slope" in layer:
            x = functional.prelu(x, layer["slope"])
            continue
        dense_left -= 1
        x = functional.linear(x, layer["weights"], layer["bias"])
        if dense_left:
            x = activated(x, activation)
    return x


def loss_of(outputs, targets, loss):
    if loss == "crossEntropy":
        return functional.cross_entropy(outputs, targets)
    wanted = functional.one_hot(targets, CLASSES).double() if targets.dtype == torch.long else targets.view(-1, 1)
    return (0.5 * (outputs - wanted) ** 2).sum(dim=1).mean()


def row(layers, case, parts):
    """trainLoss, validationLoss, trainAccuracy, validationAccuracy as in history.csv."""
    with torch.no_grad():
        outputs = [forward(layers, case["activation"], x) for x, _ in parts]
        losses = [loss_of(o, t, case["loss"]).item() for o, (_, t) in zip(outputs, parts)]
        if case["data"] == "numbers":
            return losses
        return losses + [(o.argmax(dim=1) == t).double().mean().item() for o, (_, t) in zip(outputs, parts)]


class Lion(torch.optim.Optimizer):
    """Algorithm 2 of Chen et al. 2023, which torch.optim does not have."""

    def __init__(self, params, lr, betas):
        super().__init__(params, {"lr": lr, "betas": betas, "weight_decay": 0.0})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            beta1, beta2 = group["betas"]
            for theta in group["params"]:
                m = self.state[theta].setdefault("m", torch.zeros_like(theta))
                update = torch.sign(beta1 * m + (1 - beta1) * theta.grad) + group["weight_decay"] * theta
                theta -= group["lr"] * update
                m.copy_(beta2 * m + (1 - beta2) * theta.grad)


def optimizer_of(settings, parameters):
    if settings["name"] == "lion":
        return Lion(parameters, settings["rate"], (settings["beta1"], settings["beta2"]))
    if settings["name"] == "sgd":
        return torch.optim.SGD(
            parameters, settings["rate"], momentum=settings["momentum"], nesterov=settings["nesterov"])
    if settings["name"] == "adagrad":
        return torch.optim.Adagrad(parameters, settings["rate"], eps=settings["epsilon"])
    if settings["name"] == "rmsprop":
        return torch.optim.RMSprop(parameters, settings["rate"], alpha=settings["decay"], eps=settings["epsilon"])
    if settings["name"] == "adadelta":
        return torch.optim.Adadelta(parameters, settings["rate"], rho=settings["rho"], eps=settings["epsilon"])
    moments = {"lr": settings["rate"], "betas": (settings["beta1"], settings["beta2"]), "eps": settings["epsilon"]}
    if settings["name"] == "nadam":
        return torch.optim.NAdam(parameters, momentum_decay=settings["momentumDecay"], **moments)
    if settings["name"] == "adamw":
        return torch.optim.AdamW(parameters, **moments)
    return torch.optim.Adam(parameters, **moments)


def groups(layers, settings):
    """All parameters; AdamW decays weights only."""
    decay = settings.get("weightDecay", 0.0)
    if not decay:
        return [value for layer in layers for value in layer.values()]
    weights = [layer["weights"] for layer in layers if "weights" in layer]
    others = [value for layer in layers for key, value in layer.items() if key != "weights"]
    return [{"params": weights, "weight_decay": decay}, {"params": others, "weight_decay": 0.0}]


def scheduler_of(settings, warmup, optimizer):
    lr = torch.optim.lr_scheduler
    if warmup >= SCHEDULED_EPOCHS:
        return lr.LinearLR(optimizer, 1 / warmup, 1.0, warmup - 1)
    if settings["name"] == "step":
        after = lr.StepLR(optimizer, settings["every"], settings["factor"])
    elif settings["name"] == "exponential":
        after = lr.ExponentialLR(optimizer, settings["factor"])
    elif settings["name"] == "cosine":
        after = lr.CosineAnnealingLR(optimizer, SCHEDULED_EPOCHS - warmup, settings["floor"])
    else:
        after = lr.ConstantLR(optimizer, 1.0, 1)
    if warmup < 2:
        # One epoch of warm-up is one at the full rate before the schedule begins.
        before = lr.ConstantLR(optimizer, 1.0, 1)
    else:
        before = lr.LinearLR(optimizer, 1 / warmup, 1.0, warmup - 1)
    return lr.SequentialLR(optimizer, [before, after], [warmup]) if warmup else after


def train(case, numbers, epochs=EPOCHS):
    layers = tensors(case["start"])
    x = torch.tensor(numbers["features"])
    targets = torch.tensor(numbers[case["data"]])
    parts = [(x[:TRAIN], targets[:TRAIN]), (x[TRAIN:], targets[TRAIN:])]
    optimizer = optimizer_of(case["optimizer"], groups(layers, case["optimizer"]))
    scheduler = scheduler_of(case["schedule"], case["warmup"], optimizer) if "schedule" in case else None
    case["history"] = [row(layers, case, parts)]
    rates = []
    for _ in range(epochs):
        rates.append(optimizer.param_groups[0]["lr"])
        for first in range(0, TRAIN, case["batchSize"]):
            batch = slice(first, min(first + case["batchSize"], TRAIN))
            optimizer.zero_grad()
            total = loss_of(forward(layers, case["activation"], x[batch]), targets[batch], case["loss"])
            for layer in layers:
                if "weights" in layer:
                    total = total + case["l1"] * layer["weights"].abs().sum()
                    total = total + 0.5 * case["l2"] * (layer["weights"] ** 2).sum()
            total.backward()
            optimizer.step()
        case["history"].append(row(layers, case, parts))
        if scheduler:
            scheduler.step()
    if scheduler:
        case["rates"] = rates
    case["end"] = [{key: value.tolist() for key, value in layer.items()} for layer in layers]


def scheduled(source, numbers):
    cases = []
    for settings in SCHEDULES:
        for warmup in WARMUPS:
            optimizer = OPTIMIZERS[len(cases) % len(OPTIMIZERS)]
            case = {
                "data": "classes", "loss": "crossEntropy", "hidden": [4], "activation": {"name": "tanh"},
                "optimizer": optimizer, "schedule": settings, "warmup": warmup, "l1": 0.0, "l2": 0.0, "batchSize": 10,
                "start": start(source, [4], {"name": "tanh"}, CLASSES),
            }
            train(case, numbers, SCHEDULED_EPOCHS)
            cases.append(case)
    return cases


def combined(source, numbers, activations, optimizers):
    cases = []
    for a, activation in enumerate(activations):
        for o, optimizer in enumerate(optimizers):
            for l1, l2 in (PENALTIES[(a + o) % 4], PENALTIES[(a + o + 2) % 4]):
                turn = len(cases)
                name, loss = TASKS[turn % len(TASKS)]
                hidden = HIDDEN[2 if turn % 40 == 39 else turn % 2]
                case = {
                    "data": name, "loss": loss, "hidden": hidden, "activation": activation, "optimizer": optimizer,
                    "l1": l1, "l2": l2, "batchSize": BATCHES[(turn // 4 + turn) % len(BATCHES)],
                    "start": start(source, hidden, activation, 1 if name == "numbers" else CLASSES),
                }
                train(case, numbers)
                cases.append(case)
    return cases


def main():
    source = random.Random(20)
    numbers = data(source)
    cases = combined(source, numbers, ACTIVATIONS, OPTIMIZERS)
    added = random.Random(21)
    cases += combined(added, numbers, ADDED_ACTIVATIONS, OPTIMIZERS + ADDED_OPTIMIZERS)
    cases += combined(added, numbers, ACTIVATIONS, ADDED_OPTIMIZERS)
    file = pathlib.Path(__file__).with_name("reference.json")
    lines = ",\n".join(json.dumps(case) for case in cases)
    others = ",\n".join(json.dumps(case) for case in scheduled(source, numbers))
    file.write_text('{"train": %d, "epochs": %d, "data": %s,\n"cases": [\n%s\n],\n"scheduled": [\n%s\n]}\n' % (
        TRAIN, EPOCHS, json.dumps(numbers), lines, others), encoding="utf-8")


if __name__ == "__main__":
    main()
