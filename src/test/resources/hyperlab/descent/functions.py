"""Functions by name: values, gradients, largest curvatures (torch) and minima (mpmath); prints functions.csv.

    python3 functions.py > functions.csv

The formulas follow Jamil and Yang (2013). A row `point` has f, its gradient and the largest eigenvalue of its Hessian. A
row `minimum` has a point where the gradient is 0, solved to 40 digits, and f there.
"""

import mpmath
import torch
from torch.autograd.functional import hessian, jacobian

mpmath.mp.dps = 40


def beale(x, y, m):
    return (1.5 - x + x * y) ** 2 + (2.25 - x + x * y**2) ** 2 + (2.625 - x + x * y**3) ** 2


def booth(x, y, m):
    return (x + 2 * y - 7) ** 2 + (2 * x + y - 5) ** 2


def matyas(x, y, m):
    return m.mpf("0.26") * (x**2 + y**2) - m.mpf("0.48") * x * y


def rastrigin(x, y, m):
    return 20 + x**2 - 10 * m.cos(2 * m.pi * x) + y**2 - 10 * m.cos(2 * m.pi * y)


def ackley(x, y, m):
    return (
        -20 * m.exp(-m.mpf("0.2") * m.sqrt((x**2 + y**2) / 2))
        - m.exp((m.cos(2 * m.pi * x) + m.cos(2 * m.pi * y)) / 2)
        + m.e
        + 20
    )


def branin(x, y, m):
    b, c, t = m.mpf("5.1") / (4 * m.pi**2), 5 / m.pi, 1 / (8 * m.pi)
    return (y - b * x**2 + c * x - 6) ** 2 + 10 * (1 - t) * m.cos(x) + 10


def styblinski_tang(x, y, m):
    return sum(v**4 - 16 * v**2 + 5 * v for v in (x, y)) / 2


def himmelblau(x, y, m):
    return (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2


class InTorch:
    cos, exp, sqrt, pi, e, mpf = torch.cos, torch.exp, torch.sqrt, torch.pi, torch.e, float


FUNCTIONS = {
    "beale": (beale, [(3, 0.5)]),
    "booth": (booth, [(1, 3)]),
    "matyas": (matyas, [(0, 0)]),
    "rastrigin": (rastrigin, [(i * 0.995, j * 0.995) for i in range(-5, 6) for j in range(-5, 6)]),
    "ackley": (ackley, []),
    "branin": (branin, [(-3.1, 12.2), (3.1, 2.3), (9.4, 2.5)]),
    "styblinskiTang": (styblinski_tang, [(i, j) for i in (-2.9, 2.7) for j in (-2.9, 2.7)]),
    "himmelblau": (himmelblau, [(3, 2), (-2.8, 3.1), (-3.8, -3.3), (3.6, -1.8)]),
}
POINTS = [(0.7, -1.3), (-1.9, 0.4), (2.25, 3.5), (-0.3, -0.6), (4.1, 2.2)]

print("function,kind,x,y,value,gradientX,gradientY,curvature")
for name, (f, near) in FUNCTIONS.items():
    for x, y in POINTS:
        at = (torch.tensor(x, dtype=torch.float64), torch.tensor(y, dtype=torch.float64))
        g = lambda a, b: f(a, b, InTorch)
        gradient = [d.item() for d in jacobian(g, at)]
        rows = torch.tensor([[e.item() for e in row] for row in hessian(g, at)], dtype=torch.float64)
        curvature = torch.linalg.eigvalsh(rows)[-1].item()
        print(name, "point", *map(repr, (x, y, g(*at).item(), *gradient, curvature)), sep=",")
    for start in near:
        slope = lambda a, b: [
            mpmath.diff(lambda u, v: f(u, v, mpmath), (a, b), order) for order in ((1, 0), (0, 1))
        ]
        x, y = mpmath.findroot(slope, start, tol=1e-50, maxsteps=50)
        print(name, "minimum", *map(repr, (float(x), float(y), float(f(x, y, mpmath)))), *[""] * 3, sep=",")
