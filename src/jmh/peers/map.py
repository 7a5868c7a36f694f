"""Computes two maps of two hyperparameters with Hyperlab, with a NumPy loop and with PyTorch's vmap, in turn, and prints a
Markdown table of the pixels per second on one thread.

    python3 src/jmh/peers/map.py [--rounds 3] [--class-path PATH]

The maps are those of hyperlab.peers.MapPeer: the network of the workload W1 (2-4-2-1, 30 epochs of 25 steps, learning rate and
L2 penalty), and the network of Sohl-Dickstein 2024 (16-16-1, 500 full-batch steps, one rate per layer). All use float64. The
peers perform every step of every run; Hyperlab stops runs that have diverged, which is part of its speed.
NumPy trains one pixel after the other, as a loop in Python does; vmap trains
1,024 pixels at a time.
"""

import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import time

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import numpy as np

try:
    import torch
except ImportError:
    torch = None

ROOT = pathlib.Path(__file__).resolve().parents[3]
LANES = 1024
LAYERS = [(2, 4), (4, 2), (2, 1)]
W1_STEPS, W1_BATCH, PAPER_STEPS, WIDTH = 750, 10, 500, 16


def class_path():
    done = subprocess.run([ROOT / "src/jmh/run", "--class-path"], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[-1]


def hyperlab(name, path, rounds):
    """Pixels per second of the last round, and the seconds to the first picture of the first and the last round."""
    command = ["java", "-classpath", path, "hyperlab.peers.MapPeer", name, "64", "1", str(rounds)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    rows = [[float(cell) for cell in line.split()] for line in done.stdout.splitlines()]
    return rows[-1][0], rows[0][1], rows[-1][1]


def w1_numbers(source):
    x = source.normal(size=(250, 2))
    t = np.sign(x[:, :1] * x[:, 1:])
    return x, t, [(source.normal(size=(b, a)) / np.sqrt(a), np.zeros(b)) for a, b in LAYERS]


def numpy_w1(rates):
    x, t, start = w1_numbers(np.random.default_rng(1))
    for rate, l2 in rates:
        layers = [(w.copy(), b.copy()) for w, b in start]
        for step in range(W1_STEPS):
            rows = slice(step % 25 * W1_BATCH, step % 25 * W1_BATCH + W1_BATCH)
            values = [x[rows]]
            for k, (w, b) in enumerate(layers):
                z = values[-1] @ w.T + b
                values.append(z if k == 2 else np.tanh(z))
            delta = (values[-1] - t[rows]) / W1_BATCH
            for k in (2, 1, 0):
                w, b = layers[k]
                below = delta @ w
                w -= rate * (delta.T @ values[k] + l2 * w)
                b -= rate * delta.sum(axis=0)
                delta = below * (1 - values[k] ** 2)


def numpy_paper(rates):
    source = np.random.default_rng(1)
    w0, v0 = source.normal(size=(WIDTH, WIDTH)), source.normal(size=WIDTH)
    x, t = source.normal(size=(WIDTH, WIDTH)) / np.sqrt(WIDTH), source.normal(size=WIDTH)
    for first, second in rates:
        w, v = w0.copy(), v0.copy()
        for _ in range(PAPER_STEPS):
            h = np.tanh(w @ x)
            g = 2 * (v @ h / WIDTH - t) / WIDTH / WIDTH
            dz = np.outer(v, g) * (1 - h * h)
            v -= second * (h @ g)
            w -= first * (dz @ x.T)


def torch_w1(rates):
    x, t, start = w1_numbers(np.random.default_rng(1))
    x, t = torch.tensor(x), torch.tensor(t)
    parameters = [torch.tensor(value).expand(len(rates), *value.shape).clone() for pair in start for value in pair]
    rate, l2 = torch.tensor(rates).T

    def loss(values, rows, targets, strength):
        z = rows
        for k in range(3):
            z = z @ values[2 * k].T + values[2 * k + 1]
            z = z if k == 2 else torch.tanh(z)
        return 0.5 * ((z - targets) ** 2).mean() + 0.5 * strength * sum((w**2).sum() for w in values[::2])

    gradient = torch.func.vmap(torch.func.grad(loss), in_dims=(0, None, None, 0))
    for step in range(W1_STEPS):
        rows = slice(step % 25 * W1_BATCH, step % 25 * W1_BATCH + W1_BATCH)
        gradients = gradient(parameters, x[rows], t[rows], l2)
        parameters = [p - rate.view(-1, *[1] * (p.dim() - 1)) * g for p, g in zip(parameters, gradients)]


def torch_paper(rates):
    source = torch.Generator().manual_seed(1)
    normal = lambda *shape: torch.randn(*shape, dtype=torch.float64, generator=source)
    w, v = normal(WIDTH, WIDTH).expand(len(rates), -1, -1).clone(), normal(WIDTH).expand(len(rates), -1).clone()
    x, t = normal(WIDTH, WIDTH) / WIDTH**0.5, normal(WIDTH)
    first, second = torch.tensor(rates).T

    def loss(a, b):
        return ((b @ torch.tanh(a @ x) / WIDTH - t) ** 2).mean()

    gradient = torch.func.vmap(torch.func.grad(loss, argnums=(0, 1)))
    for _ in range(PAPER_STEPS):
        dw, dv = gradient(w, v)
        w, v = w - first.view(-1, 1, 1) * dw, v - second.view(-1, 1) * dv


def pairs(name, count):
    source = np.random.default_rng(2)
    if name == "paper":
        return (10 ** source.uniform(0, 4, size=(count, 2))).tolist()
    return np.stack([10 ** source.uniform(-2.5, 0.5, count), 10 ** source.uniform(-5, -1, count)], axis=1).tolist()


def speed(train, name, count):
    rates = pairs(name, count)
    start = time.perf_counter()
    with np.errstate(all="ignore"):
        train(rates)
    return count / (time.perf_counter() - start)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--class-path")
    given = arguments.parse_args()
    path = given.class_path or class_path()
    print("| map | Hyperlab, pixels/s | NumPy loop | Hyperlab is | PyTorch vmap | Hyperlab is | first picture, cold and warm |")
    print("| --- | --: | --: | --: | --: | --: | --: |")
    for name, loop, mapped in (("w1", numpy_w1, "torch_w1"), ("paper", numpy_paper, "torch_paper")):
        ours, first, loops, batches = [], [], [], []
        for _ in range(given.rounds):
            pixels, cold, warm = hyperlab(name, path, 3)
            ours.append(pixels)
            first.append((cold, warm))
            loops.append(speed(loop, name, 8))
            if torch:
                torch.set_num_threads(1)
                batches.append(speed(globals()[mapped], name, LANES))
            print(f"{name}: {ours[-1]:.0f}, {loops[-1]:.1f}, {batches[-1:]}", file=sys.stderr)
        hyper, loop_speed = statistics.median(ours), statistics.median(loops)
        vmap = statistics.median(batches) if batches else float("nan")
        cold, warm = (statistics.median(each) for each in zip(*first))
        print(f"| {name} | {hyper:.0f} | {loop_speed:.1f} | {hyper / loop_speed:.0f} × | {vmap:.0f} | {hyper / vmap:.1f} × "
              f"| {cold:.2f} s, {warm:.2f} s |")


if __name__ == "__main__":
    main()
