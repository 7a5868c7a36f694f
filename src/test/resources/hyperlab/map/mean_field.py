"""Expected losses of MeanFieldBatchTest, from NumPy in float64 and, for the gradient, from central differences.

Run it in its folder:  python3 mean_field.py
It writes mean_field.json: weights, samples, and the losses of every step for several pairs of learning rates. The network is
f(x) = v·tanh(Wx/√n)/n with the loss mean (f(x) − t)² (Sohl-Dickstein 2024, arXiv 2402.06184).
"""

import json
import pathlib

import numpy as np

WIDTH, SAMPLES, STEPS = 16, 16, 60
RATES = [(1.0, 1.0), (30.0, 10.0), (200.0, 3.0), (5.0, 200.0), (3000.0, 90.0), (1.0, 9000.0)]


def loss(w, v, x, t):
    return np.mean((v @ np.tanh(w @ x / np.sqrt(WIDTH)) / WIDTH - t) ** 2)


def gradients(w, v, x, t):
    h = np.tanh(w @ x / np.sqrt(WIDTH))
    g = 2 * (v @ h / WIDTH - t) / SAMPLES
    dv = h @ g / WIDTH
    dz = np.outer(v, g) / WIDTH * (1 - h * h)
    return dz @ x.T / np.sqrt(WIDTH), dv


def check_gradients(w, v, x, t):
    dw, dv = gradients(w, v, x, t)
    step = 1e-6
    for array, gradient in ((w, dw), (v, dv)):
        for index in np.ndindex(array.shape):
            changed = array.copy()
            changed[index] += step
            up = loss(changed, v, x, t) if array is w else loss(w, changed, x, t)
            changed[index] -= 2 * step
            down = loss(changed, v, x, t) if array is w else loss(w, changed, x, t)
            assert abs((up - down) / (2 * step) - gradient[index]) < 1e-8


def main():
    source = np.random.default_rng(5)
    w, v, x, t = (np.round(source.normal(size=shape), 4) for shape in ((WIDTH, WIDTH), WIDTH, (WIDTH, SAMPLES), SAMPLES))
    check_gradients(w, v, x, t)
    runs = []
    for first, second in RATES:
        a, b = w.copy(), v.copy()
        losses = []
        for _ in range(STEPS + 1):
            losses.append(loss(a, b, x, t))
            if not losses[-1] <= 1e6:
                break
            da, db = gradients(a, b, x, t)
            a -= first * da
            b -= second * db
        runs.append({"rates": [first, second], "losses": losses})
    content = {"width": WIDTH, "steps": STEPS, "weights": w.ravel().tolist(), "outputWeights": v.tolist(),
               "inputs": x.ravel().tolist(), "targets": t.tolist(), "runs": runs}
    pathlib.Path(__file__).with_name("mean_field.json").write_text(json.dumps(content) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
