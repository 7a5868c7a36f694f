"""Values, gradients and Hessians of formulas from torch.autograd in float64; prints derivatives.csv.

    python3 derivatives.py > derivatives.csv

Each formula is followed by the same expression in Python.
"""

import torch
from torch.autograd.functional import hessian, jacobian

FORMULAS = [
    ("x^2", lambda x, y: x**2),
    ("-x^2", lambda x, y: -(x**2)),
    ("(-x)^2", lambda x, y: (-x) ** 2),
    ("2^3^x", lambda x, y: 2 ** (3**x)),
    ("2^-x", lambda x, y: 2 ** (-x)),
    ("2^-x^2", lambda x, y: 2 ** (-(x**2))),
    ("x^3 - 2x^2 + 7", lambda x, y: x**3 - 2 * x**2 + 7),
    ("1/2*x", lambda x, y: 1 / 2 * x),
    ("6/x/2", lambda x, y: 6 / x / 2),
    ("8 - x - 3", lambda x, y: 8 - x - 3),
    ("1e-3x + .5 - 2.e1", lambda x, y: 1e-3 * x + 0.5 - 20.0),
    ("2e x", lambda x, y: 2 * torch.e * x),
    ("sin(2pi x)", lambda x, y: torch.sin(2 * torch.pi * x)),
    ("x sin(x) cos(x)", lambda x, y: x * torch.sin(x) * torch.cos(x)),
    ("tan(x/3)", lambda x, y: torch.tan(x / 3)),
    ("exp(-x^2/2)", lambda x, y: torch.exp(-(x**2) / 2)),
    ("log(x^2 + 1)", lambda x, y: torch.log(x**2 + 1)),
    ("ln(1 + exp(x))", lambda x, y: torch.log(1 + torch.exp(x))),
    ("sqrt(x^2 + 0.1)", lambda x, y: torch.sqrt(x**2 + 0.1)),
    ("abs(x - 0.25)", lambda x, y: torch.abs(x - 0.25)),
    ("tanh(2x - 1)", lambda x, y: torch.tanh(2 * x - 1)),
    ("min(x^2, 1)", lambda x, y: torch.minimum(x**2, torch.ones_like(x))),
    ("max(0, x)^2", lambda x, y: torch.clamp(x, min=0) ** 2),
    ("x^-3", lambda x, y: x**-3),
    ("(x^2 + 1)^0.75", lambda x, y: (x**2 + 1) ** 0.75),
    ("x²/(1 + x²)", lambda x, y: x**2 / (1 + x**2)),
    ("3(x + 1)(x - 1)^2", lambda x, y: 3 * (x + 1) * (x - 1) ** 2),
    ("−x × 2 ÷ 3 · x", lambda x, y: -x * 2 / 3 * x),
    ("π x²", lambda x, y: torch.pi * x**2),
    ("x*y", lambda x, y: x * y),
    ("x/y", lambda x, y: x / y),
    ("y^3", lambda x, y: y**3),
    ("(1 - x)^2 + 100(y - x^2)^2", lambda x, y: (1 - x) ** 2 + 100 * (y - x**2) ** 2),
    ("exp(x y) - y^2", lambda x, y: torch.exp(x * y) - y**2),
    ("(x^2 + 1)^y", lambda x, y: (x**2 + 1) ** y),
    ("2^(x y)", lambda x, y: 2 ** (x * y)),
    ("sqrt(x^2 + y^2 + 1)", lambda x, y: torch.sqrt(x**2 + y**2 + 1)),
    ("sin(x + 2y)/(1 + x^2)", lambda x, y: torch.sin(x + 2 * y) / (1 + x**2)),
    ("min(x, y)*max(x, y)^2", lambda x, y: torch.minimum(x, y) * torch.maximum(x, y) ** 2),
    ("tanh(x - y)*abs(x + y)", lambda x, y: torch.tanh(x - y) * torch.abs(x + y)),
    ("log(2 + cos(x)*sin(y))", lambda x, y: torch.log(2 + torch.cos(x) * torch.sin(y))),
    ("-(-x)^3 - --y", lambda x, y: -((-x) ** 3) - y),
]
POINTS = [(0.7, -1.3), (-1.9, 0.4), (2.25, 3.5), (-0.3, -0.6)]

print("formula;x;y;value;dx;dy;dxx;dxy;dyy")
for text, f in FORMULAS:
    for x, y in POINTS:
        at = (torch.tensor(x, dtype=torch.float64), torch.tensor(y, dtype=torch.float64))

        def guarded(a, b, f=f):
            return f(a, b) + 0 * a + 0 * b

        value = f(*at).item()
        dx, dy = (d.item() for d in jacobian(guarded, at))
        (dxx, dxy), (_, dyy) = ([e.item() for e in row] for row in hessian(guarded, at))
        print(text, *map(repr, (x, y, value, dx, dy, dxx, dxy, dyy)), sep=";")
