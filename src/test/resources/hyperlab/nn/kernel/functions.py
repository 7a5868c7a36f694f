"""Expected values of the smooth activation functions and the origin of their constants, from mpmath.

Run it in its folder with mpmath:  python3 functions.py
It writes functions.json: each function with its first and second derivative at the same x, correctly rounded, and the
minimum of those that have one. It prints the coefficients of StandardNormal: the Chebyshev series of
(x + K) exp(x^2/2) Q(x), where Q is the upper tail of the standard normal, in t = (K - (1 + 2K/X) x)/(x + K) over 0 <= x <= X,
truncated after degree 21 and written in powers of t.
"""

import json
import pathlib
import random

from mpmath import cos, diff, erfc, exp, findroot, log1p, mp, mpf, pi, sqrt, tanh

mp.dps = 60

K, X, DEGREE = mpf(5), mpf(40), 21


def tail(x):
    return erfc(x / sqrt(2)) / 2


def sigmoid(x):
    return 1 / (1 + exp(-x))


def softplus(x):
    return log1p(exp(x))


FUNCTIONS = {
    "softplus": softplus,
    "gelu": lambda x: x * tail(-x),
    "silu": lambda x: x * sigmoid(x),
    "mish": lambda x: x * tanh(softplus(x)),
}

# Derived by hand, because numerical differences lose digits in the tails.
FIRST = {
    "softplus": sigmoid,
    "gelu": lambda x: tail(-x) + x * density(x),
    "silu": lambda x: sigmoid(x) * (1 + x * sigmoid(-x)),
    "mish": lambda x: tanh(softplus(x)) + x * sigmoid(x) * (1 - tanh(softplus(x)) ** 2),
}
SECOND = {
    "softplus": lambda x: sigmoid(x) * sigmoid(-x),
    "gelu": lambda x: density(x) * (2 - x * x),
    "silu": lambda x: sigmoid(x) * sigmoid(-x) * (2 + x * (sigmoid(-x) - sigmoid(x))),
    "mish": lambda x: sigmoid(x) * (1 - tanh(softplus(x)) ** 2) * (
        2 + x * (sigmoid(-x) - 2 * tanh(softplus(x)) * sigmoid(x))),
}


def density(x):
    return exp(-x * x / 2) / sqrt(2 * pi)


def places():
    source = random.Random(7)
    sizes = [10 ** source.uniform(-9, 1.5) for _ in range(120)] + [source.uniform(0, 40) for _ in range(60)]
    return [0.0] + [size for size in sizes] + [-size for size in sizes] + [100.0, -100.0, 600.0, -600.0]


def coefficients():
    low, high = 1 / (X + K), 1 / K
    nodes = [cos(pi * (j + mpf(1) / 2) / 80) for j in range(80)]
    values = []
    for t in nodes:
        x = 1 / ((low + high) / 2 + (high - low) / 2 * t) - K
        values.append((x + K) * exp(x * x / 2) * tail(x))
    powers = [mpf(0)] * (DEGREE + 1)
    before, now = [], [mpf(1)]
    for m in range(DEGREE + 1):
        share = sum(v * cos(m * pi * (j + mpf(1) / 2) / 80) for j, v in enumerate(values)) * (2 if m else 1) / 80
        for power, factor in enumerate(now):
            powers[power] += share * factor
        following = [mpf(0)] + [(2 if m else 1) * factor for factor in now]
        for power, factor in enumerate(before):
            following[power] -= factor
        before, now = now, following
    return [float(power) for power in powers]


def main():
    for name in FUNCTIONS:  # Check the derivatives where differences do not lose digits.
        for x in map(mpf, (-3, -0.5, 0, 0.7, 4)):
            assert abs(diff(FUNCTIONS[name], x) - FIRST[name](x)) < 1e-20
            assert abs(diff(FUNCTIONS[name], x, 2) - SECOND[name](x)) < 1e-15
    x = places()
    result = {"x": x}
    for name in FUNCTIONS:
        result[name] = [[float(f(mpf(at))) for at in x] for f in (FUNCTIONS[name], FIRST[name], SECOND[name])]
    result["lowest"] = {}
    for name, near in (("gelu", -0.75), ("silu", -1.28), ("mish", -1.19)):
        at = findroot(FIRST[name], near)
        result["lowest"][name] = [float(at), float(FUNCTIONS[name](at))]
    result["tail"] = [[size, float(tail(mpf(size)))] for size in x if 0 <= size <= 37.5]
    file = pathlib.Path(__file__).with_name("functions.json")
    lines = ",\n".join('"%s": %s' % (key, json.dumps(value)) for key, value in result.items())
    file.write_text("{\n%s\n}\n" % lines, encoding="utf-8")
    for power, coefficient in enumerate(coefficients()):
        print("C%d = %r" % (power, coefficient))
    print(result["lowest"])


if __name__ == "__main__":
    main()
