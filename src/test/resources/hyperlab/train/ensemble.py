"""Expected histories, weights and predictions of EnsembleReferenceTest, from PyTorch in float64.

Run it in its folder with PyTorch 2.x:  python3 ensemble.py
It writes ensemble.json. Each member is trained on its own, without shuffling. The history is that of the averaged
prediction, computed from the members' probabilities or outputs after each epoch.
"""

import json
import pathlib
import random

import torch

import reference

MEMBERS = 3
CASES = [
    {"data": "classes", "loss": "crossEntropy", "hidden": [4, 3], "activation": {"name": "tanh"}, "batchSize": 7},
    {"data": "classes", "loss": "squaredError", "hidden": [5], "activation": {"name": "relu"}, "batchSize": 24},
    {"data": "numbers", "loss": "squaredError", "hidden": [4], "activation": {"name": "sigmoid"}, "batchSize": 5},
]
ADAM = {"name": "adam", "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, "rate": 0.05}


def predicted(layers, case, x):
    with torch.no_grad():
        outputs = reference.forward(layers, case["activation"], x)
        return torch.softmax(outputs, dim=1) if case["loss"] == "crossEntropy" else outputs


def row(members, case, parts):
    losses, accuracies = [], []
    for x, targets in parts:
        mean = torch.stack([predicted(layers, case, x) for layers in members]).mean(dim=0)
        if case["loss"] == "crossEntropy":
            losses.append(-mean[torch.arange(len(targets)), targets].log().mean().item())
        else:
            losses.append(reference.loss_of(mean, targets, "squaredError").item())
        if case["data"] == "classes":
            accuracies.append((mean.argmax(dim=1) == targets).double().mean().item())
    return losses + accuracies


def train(case, numbers):
    members = [reference.tensors(start) for start in case["start"]]
    optimizers = [reference.optimizer_of(ADAM, [value for layer in layers for value in layer.values()])
                  for layers in members]
    x = torch.tensor(numbers["features"])
    targets = torch.tensor(numbers[case["data"]])
    cut = reference.TRAIN
    parts = [(x[:cut], targets[:cut]), (x[cut:], targets[cut:])]
    case["history"] = [row(members, case, parts)]
    for _ in range(reference.EPOCHS):
        for first in range(0, cut, case["batchSize"]):
            batch = slice(first, min(first + case["batchSize"], cut))
            for layers, optimizer in zip(members, optimizers):
                optimizer.zero_grad()
                outputs = reference.forward(layers, case["activation"], x[batch])
                reference.loss_of(outputs, targets[batch], case["loss"]).backward()
                optimizer.step()
        case["history"].append(row(members, case, parts))
    case["end"] = [[{key: value.tolist() for key, value in layer.items()} for layer in layers] for layers in members]
    case["predictions"] = torch.stack([predicted(layers, case, x) for layers in members]).mean(dim=0).tolist()


def main():
    source = random.Random(21)
    numbers = reference.data(source)
    for case in CASES:
        outputs = 1 if case["data"] == "numbers" else reference.CLASSES
        case["start"] = [reference.start(source, case["hidden"], case["activation"], outputs) for _ in range(MEMBERS)]
        train(case, numbers)
    file = pathlib.Path(__file__).with_name("ensemble.json")
    lines = ",\n".join(json.dumps(case) for case in CASES)
    file.write_text('{"train": %d, "epochs": %d, "rate": %r, "data": %s,\n"cases": [\n%s\n]}\n' % (
        reference.TRAIN, reference.EPOCHS, ADAM["rate"], json.dumps(numbers), lines), encoding="utf-8")


if __name__ == "__main__":
    main()
