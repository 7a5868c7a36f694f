"""Mean and variance of noisy SGD on a parabola (NumPy), and its stationary covariance (SciPy's Lyapunov solver).

    python3 noise.py > noise.json
"""

import json

import numpy as np
from scipy.linalg import solve_discrete_lyapunov


def step(rate, curvature, momentum, nesterov):
    """x and v after a step of torch.optim.SGD: v = momentum v + g, x -= rate v (or rate (g + momentum v))."""
    velocity = np.array([curvature, momentum])
    pull = np.array([curvature, 0.0])
    move = pull + momentum * velocity if nesterov else velocity
    push = 1 + momentum if nesterov else 1.0
    return np.array([np.array([1.0, 0.0]) - rate * move, velocity]), np.array([-rate * push, 1.0])


def case(rate, curvature, momentum, nesterov, deviation, batch, start, steps, factor=1.0):
    mean = np.array([start, 0.0])
    spread = np.zeros((2, 2))
    error = deviation**2 / batch
    rows = []
    for k in range(steps + 1):
        rows.append([mean[0], spread[0, 0]])
        a, b = step(rate * factor**k, curvature, momentum, nesterov)
        mean = a @ mean
        spread = a @ spread @ a.T + error * np.outer(b, b)
    a, b = step(rate, curvature, momentum, nesterov)
    stable = max(abs(np.linalg.eigvals(a))) < 1 and factor == 1
    return {
        "rate": rate, "curvature": curvature, "momentum": momentum, "nesterov": nesterov,
        "deviation": deviation, "batch": batch, "start": start, "factor": factor, "rows": rows,
        "floor": solve_discrete_lyapunov(a, error * np.outer(b, b))[0, 0] if stable else None,
    }


print(json.dumps([
    case(0.1, 1, 0, False, 2, 1, 3.2, 8),
    case(0.1, 1, 0, False, 2, 16, 3.2, 8),
    case(1.8, 1, 0, False, 1, 4, 3.2, 8),
    case(0.5, 4, 0, False, 1, 1, -1, 6),
    case(2.1, 1, 0, False, 1, 1, 1, 6),
    case(0.1, 2, 0.9, False, 1, 2, 1, 12),
    case(3.0, 1, 0.9, False, 0.5, 1, 1, 8),
    case(0.1, 2, 0.9, True, 1, 2, 1, 12),
    case(0.6, 1, 0.5, True, 3, 8, -2, 8),
    case(0.4, 1, 0, False, 1, 1, 2, 8, 0.8),
    case(0.4, 1, 0.6, True, 1, 1, 2, 8, 0.8),
], indent=1))
