"""The polynomial of ExponentialFunctions: q(r) = (exp(r) - 1 - r) / r^2 interpolated at Chebyshev nodes.

Prints the coefficients from the lowest degree up, rounded to double, and the largest relative error of r + r^2 q(r) against
exp(r) - 1 over |r| <= ln(2)/2 with the rounded coefficients and exact arithmetic. Needs mpmath.
"""

import mpmath

mpmath.mp.dps = 60
DEGREE = 9
h = mpmath.log(2) / 2 * (1 + mpmath.mpf(2) ** -30)


def q(r):
    return mpmath.nsum(lambda k: r**k / mpmath.factorial(k + 2), [0, 40])


nodes = [h * mpmath.cos(mpmath.pi * (2 * i + 1) / (2 * DEGREE + 2)) for i in range(DEGREE + 1)]
matrix = mpmath.matrix(DEGREE + 1, DEGREE + 1)
for i, node in enumerate(nodes):
    for k in range(DEGREE + 1):
        matrix[i, k] = node**k
solution = mpmath.lu_solve(matrix, mpmath.matrix([q(node) for node in nodes]))
coefficients = [float(solution[k]) for k in range(DEGREE + 1)]
for k, c in enumerate(coefficients):
    print(f"C{k + 2} = {c!r} = {c.hex()}")
worst = 0
for i in range(-2000, 2001):
    r = h * i / 2000
    if i:
        p = r + r * r * sum(mpmath.mpf(c) * r**k for k, c in enumerate(coefficients))
        worst = max(worst, abs(p / mpmath.expm1(r) - 1))
print("largest relative error", mpmath.nstr(worst, 3))
