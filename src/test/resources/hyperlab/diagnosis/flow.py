"""Expected norms for SignalFlowTest, from PyTorch in float64.

Run it in its folder with PyTorch 2.x:  python3 flow.py
It feeds eight rows through networks of twelve layers with seven units and cross-entropy. All numbers are sines, so that both
sides build the same network. It writes flow.json: for each activation function the root mean square of each hidden layer's
outputs, and the root of the mean squared norm of the loss's gradient with respect to each layer's pre-activations, relative
to the last layer's.
"""

import json
import pathlib

import torch

HERE = pathlib.Path(__file__).parent
WIDTH, LAYERS, ROWS, CLASSES, PIECES = 7, 12, 8, 4, 2
F = torch.nn.functional
torch.set_default_dtype(torch.float64)


def sines(count, start):
    return torch.sin(torch.arange(start, start + count, dtype=torch.float64) * 1.7)


def maxout(z):
    return z.view(z.shape[0], -1, PIECES).max(dim=2).values


FUNCTIONS = {
    "linear": lambda z: z,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": F.relu,
    "leakyRelu": lambda z: F.leaky_relu(z, 0.01),
    "prelu": lambda z: F.leaky_relu(z, 0.25),
    "elu": F.elu,
    "maxout": maxout,
    "softplus": lambda z: F.softplus(z, threshold=1e9),
    "selu": F.selu,
    "gelu": F.gelu,
    "silu": F.silu,
    "mish": F.mish,
}


def case(name):
    pieces = PIECES if name == "maxout" else 1
    values, sums, outputs, at = sines(ROWS * WIDTH, 0).view(ROWS, WIDTH), [], [], 100
    for layer in range(LAYERS + 1):
        units = CLASSES if layer == LAYERS else WIDTH * pieces
        weights = 0.6 * sines(units * WIDTH, at).view(units, WIDTH)
        bias = 0.1 * sines(units, at + units * WIDTH)
        at += units * WIDTH + units
        values = (F.linear(values, weights, bias)).requires_grad_()
        values.retain_grad()
        sums.append(values)
        if layer < LAYERS:
            values = FUNCTIONS[name](values)
            outputs.append(values)
    losses = F.cross_entropy(values, torch.arange(ROWS) % CLASSES, reduction="sum")
    losses.backward()
    back = [float(z.grad.square().sum(dim=1).mean().sqrt()) for z in sums[:LAYERS]]
    return {
        "activation": name,
        "forward": [float(a.detach().square().mean().sqrt()) for a in outputs],
        "backward": [norm / back[-1] for norm in back],
    }


(HERE / "flow.json").write_text(json.dumps([case(name) for name in FUNCTIONS], indent=1) + "\n")
