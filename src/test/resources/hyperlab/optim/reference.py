"""Expected trajectories of the optimizer tests, from PyTorch in float64.

Run it in its folder with PyTorch 2.x:  python3 reference.py
It writes reference.json: for each optimizer the point after each of 60 steps on
f(x, y, z) = 1/2 (x^2 + 10 y^2) + (1 - cos z) + xy/2 from (2, -1.5, 2.5). It also writes effective.json: the effective
learning rate of each coordinate in the steps EFFECTIVE of these paths, that is, the length of the step relative to the
direction that the optimizer's state gives, without decoupled weight decay.
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

EFFECTIVE = (1, 2, 40)


def direction(optimizer, gradient):
    """The quantity that the last step multiplied by its effective learning rate."""
    group = optimizer.param_groups[0]
    state = optimizer.state[group["params"][0]]
    if isinstance(optimizer, torch.optim.SGD):
        if group["momentum"] == 0:
            return gradient
        velocity = state["momentum_buffer"]
        return gradient + group["momentum"] * velocity if group["nesterov"] else velocity
    if "betas" not in group:
        return gradient
    beta, t, mean = group["betas"][0], float(state["step"]), state["exp_avg"]
    if not isinstance(optimizer, torch.optim.NAdam):
        return mean / (1 - beta**t)
    psi, product = group["momentum_decay"], float(state["mu_product"])
    now, ahead = (beta * (1 - 0.5 * 0.96 ** (s * psi)) for s in (t, t + 1))
    return gradient * (1 - now) / (1 - product) + mean * ahead / (1 - product * ahead)


def effective(make):
    point = torch.tensor([2.0, -1.5, 2.5], requires_grad=True)
    optimizer = make([point])
    rates = []
    for step in range(1, max(EFFECTIVE) + 1):
        optimizer.zero_grad()
        x, y, z = point
        (0.5 * (x * x + 10 * y * y) + 1 - torch.cos(z) + x * y / 2).backward()
        before = point.detach().clone()
        optimizer.step()
        if step in EFFECTIVE:
            group = optimizer.param_groups[0]
            decay = group["lr"] * group["weight_decay"] * before
            rates.append(((before - decay - point.detach()) / direction(optimizer, point.grad)).tolist())
    return rates


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
    for name, of in ("reference", walk), ("effective", effective):
        file = pathlib.Path(__file__).with_name(name + ".json")
        lines = ",\n".join('"%s": %s' % (key, json.dumps(of(make))) for key, make in OPTIMIZERS.items())
        file.write_text("{\n%s\n}\n" % lines, encoding="utf-8")


if __name__ == "__main__":
    main()
