"""Expected trajectories of the optimizer tests, from PyTorch in float64.

Run it where it stands, with PyTorch 2.x installed:  python3 reference.py
It writes reference.json beside itself: for each optimizer the point after each of 60 steps down
f(x, y, z) = 1/2 (x^2 + 10 y^2) + (1 - cos z) + xy/2 from (2, -1.5, 2.5).
"""

import json
import pathlib

import torch

torch.set_default_dtype(torch.float64)

OPTIMIZERS = {
    "sgd": lambda p: torch.optim.SGD(p, 0.05),
    "momentum": lambda p: torch.optim.SGD(p, 0.05, momentum=0.9),
    "nesterov": lambda p: torch.optim.SGD(p, 0.05, momentum=0.9, nesterov=True),
    "adagrad": lambda p: torch.optim.Adagrad(p, 0.05),
    "adagradOther": lambda p: torch.optim.Adagrad(p, 0.05, eps=1e-2),
    "rmsprop": lambda p: torch.optim.RMSprop(p, 0.05),
    "rmspropOther": lambda p: torch.optim.RMSprop(p, 0.05, alpha=0.9, eps=1e-3),
    "adadelta": lambda p: torch.optim.Adadelta(p, 0.05),
    "adadeltaOther": lambda p: torch.optim.Adadelta(p, 0.05, rho=0.5, eps=1e-2),
    "adam": lambda p: torch.optim.Adam(p, 0.05),
    "adamOther": lambda p: torch.optim.Adam(p, 0.05, betas=(0.8, 0.95), eps=1e-3),
    "nadam": lambda p: torch.optim.NAdam(p, 0.05),
    "nadamOther": lambda p: torch.optim.NAdam(p, 0.05, betas=(0.8, 0.95), eps=1e-3, momentum_decay=0.0),
    "adamw": lambda p: torch.optim.AdamW(p, 0.05),
    "adamwOther": lambda p: torch.optim.AdamW(p, 0.05, betas=(0.8, 0.95), eps=1e-3, weight_decay=0.4),
}


def walk(make):
    point = torch.tensor([2.0, -1.5, 2.5], requires_grad=True)
    optimizer = make([point])
    path = []
    for _ in range(60):
        optimizer.zero_grad()
        x, y, z = point
        (0.5 * (x * x + 10 * y * y) + 1 - torch.cos(z) + x * y / 2).backward()
        optimizer.step()
        path.append(point.tolist())
    return path


def main():
    file = pathlib.Path(__file__).with_name("reference.json")
    lines = ",\n".join('"%s": %s' % (name, json.dumps(walk(make))) for name, make in OPTIMIZERS.items())
    file.write_text("{\n%s\n}\n" % lines, encoding="utf-8")


if __name__ == "__main__":
    main()
