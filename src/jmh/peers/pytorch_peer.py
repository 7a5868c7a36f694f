"""Trains the network of an experiment file with PyTorch and prints the samples per second of the second half.

    python3 pytorch_peer.py EXPERIMENT DATASETS float32|float64 THREADS

DATASETS is the folder with iris.csv and MNIST's digits; generated workloads use the same number of random rows. Batches are
drawn as in Hyperlab: a new order each epoch, gathered by index.
"""

import csv
import gzip
import json
import os
import sys
import time

import torch
from torch import nn

SECONDS = 4


def check_blas():
    """Rejects a PyTorch that runs on the reference BLAS, which is several times slower and no fair comparison."""
    if os.path.exists("/proc/self/maps"):
        with open("/proc/self/maps", encoding="utf-8") as maps:
            loaded = maps.read()
        if "openblas" not in loaded and "mkl" not in loaded and "/torch/lib" not in loaded:
            sys.exit("PyTorch runs without OpenBLAS or MKL here")


def data(settings, folder):
    source = settings["source"]
    if source == "mnist":
        with gzip.open(os.path.join(folder, "mnist-images.idx3-ubyte.gz")) as images:
            raw = bytearray(images.read()[16:])
        with gzip.open(os.path.join(folder, "mnist-labels.idx1-ubyte.gz")) as labels:
            y = torch.tensor(list(labels.read()[8:]))
        x = torch.frombuffer(raw, dtype=torch.uint8).reshape(-1, 784).to(torch.get_default_dtype()) / 255
    elif source == "iris":
        with open(os.path.join(folder, "iris.csv"), newline="") as file:
            rows = list(csv.reader(file))[1:]
        names = sorted({row[-1] for row in rows})
        x = torch.tensor([[float(value) for value in row[:-1]] for row in rows])
        y = torch.tensor([names.index(row[-1]) for row in rows])
        order = torch.randperm(len(rows))
        x, y = x[order], y[order]
    else:
        x = torch.rand(settings["samples"], 2) * 12 - 6
        y = torch.sin(x[:, :1])
    count = int(settings.get("samples", len(x)) * settings["trainFraction"])
    return x[:count], y[:count]


def network(settings, inputs, outputs):
    activation = {"tanh": nn.Tanh, "relu": nn.ReLU}[settings["activation"]["name"]]
    layers = []
    width = inputs
    if settings.get("convolutions"):
        channels, side = 1, 28
        layers.append(nn.Unflatten(1, (1, side, side)))
        for c in settings["convolutions"]:
            layers.append(nn.Conv2d(channels, c["filters"], c["kernel"], c["stride"], c["padding"]))
            layers += [activation(), nn.MaxPool2d(c["pool"])]
            channels = c["filters"]
            side = ((side + 2 * c["padding"] - c["kernel"]) // c["stride"] + 1) // c["pool"]
        layers.append(nn.Flatten())
        width = channels * side * side
    for units in settings["hidden"]:
        layers += [nn.Linear(width, units), activation()]
        width = units
    return nn.Sequential(*layers, nn.Linear(width, outputs))


def main():
    path, folder, precision, threads = sys.argv[1:]
    check_blas()
    torch.set_num_threads(int(threads))
    torch.set_default_dtype(getattr(torch, precision))
    torch.manual_seed(1)
    with open(path, encoding="utf-8") as file:
        experiment = json.load(file)
    training = experiment["training"]
    x, y = data(experiment["data"], folder)
    outputs = int(y.max()) + 1 if y.dim() == 1 else 1
    model = network(experiment["network"], x.shape[1], outputs)
    optimizer = {"sgd": torch.optim.SGD, "adam": torch.optim.Adam}[training["optimizer"]["name"]]
    step = optimizer(model.parameters(), lr=training["learningRate"])
    squared = training.get("loss") == "squaredError"
    loss = (lambda out, target: 0.5 * nn.functional.mse_loss(out, target)) if squared else nn.CrossEntropyLoss()
    batch = training["batchSize"]

    def epoch():
        order = torch.randperm(len(x))
        for start in range(0, len(x), batch):
            rows = order[start : start + batch]
            step.zero_grad()
            loss(model(x[rows]), y[rows]).backward()
            step.step()

    start = time.perf_counter()
    while time.perf_counter() - start < SECONDS / 2:
        epoch()
    before = time.perf_counter()
    samples = 0
    while time.perf_counter() - before < SECONDS / 2:
        epoch()
        samples += len(x)
    print(samples / (time.perf_counter() - before))


main()
