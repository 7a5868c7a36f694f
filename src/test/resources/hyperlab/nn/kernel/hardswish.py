"""Values and derivatives of Hardswish for HardswishTest, from torch.nn.Hardswish in float64.

Run it where it stands, with PyTorch 2.x installed:  python3 hardswish.py
It writes hardswish.json beside itself: x, f(x) and f'(x). The kinks at -3 and 3 are left out, because versions of
PyTorch differ there.
"""

import json
import pathlib
import random

import torch

torch.set_default_dtype(torch.float64)


def main():
    source = random.Random(13)
    places = [source.uniform(-4, 4) for _ in range(200)] + [source.uniform(-40, 40) for _ in range(40)]
    places += [0.0, -1.5, 1e-9, -1e-9, 2.999999, -2.999999, 3.000001, -3.000001, 1e6, -1e6]
    x = torch.tensor(places, requires_grad=True)
    y = torch.nn.Hardswish()(x)
    y.sum().backward()
    rows = {"x": x.tolist(), "value": y.tolist(), "derivative": x.grad.tolist()}
    file = pathlib.Path(__file__).with_name("hardswish.json")
    file.write_text(json.dumps(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
