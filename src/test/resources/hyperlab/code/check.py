"""Trains a table of experiments with Hyperlab and with the program that `hyperlab code --to pytorch` writes, and compares
the histories.

    python3 check.py HYPERLAB [WORD]

HYPERLAB is the command, such as target/hyperlab/bin/hyperlab; WORD selects experiments whose name contains it. Needs
PyTorch 2.x. Without dropout, every loss, accuracy and learning rate must agree to 1e-6, and so must the number of rows.
These runs are too short for rounding errors to grow that large. With dropout, the first row must agree, and a comment in
the program must say what cannot.
"""

import csv
import io
import json
import math
import pathlib
import subprocess
import sys
import tempfile

TOLERANCE = 1e-6
ACTIVATIONS = [
    {"name": "sigmoid"}, {"name": "tanh"}, {"name": "relu"}, {"name": "leakyRelu", "slope": 0.1},
    {"name": "prelu", "slope": 0.3}, {"name": "elu", "alpha": 1.3}, {"name": "maxout", "pieces": 3},
    {"name": "linear"}, {"name": "softplus"}, {"name": "selu"}, {"name": "gelu"}, {"name": "silu"}, {"name": "mish"},
    {"name": "hardswish"}]
OPTIMIZERS = [
    {"name": "sgd"}, {"name": "sgd", "momentum": 0.9}, {"name": "sgd", "momentum": 0.8, "nesterov": True},
    {"name": "adagrad"}, {"name": "rmsprop", "decay": 0.95}, {"name": "adadelta", "rho": 0.8},
    {"name": "adam", "beta1": 0.8, "beta2": 0.99, "epsilon": 1e-7}, {"name": "nadam"}, {"name": "adamw", "weightDecay": 0.1},
    {"name": "lion", "weightDecay": 0.1}]
SCHEDULES = [
    {"name": "constant", "warmup": 3}, {"name": "step", "every": 2, "factor": 0.5}, {"name": "step", "every": 3, "warmup": 2},
    {"name": "exponential", "factor": 0.8}, {"name": "exponential", "warmup": 4}, {"name": "cosine"},
    {"name": "cosine", "floor": 0.001, "warmup": 2}]


def experiments():
    """Names and experiments, without the keys that all experiments share."""
    for activation in ACTIVATIONS:
        for source, loss in [("moons", "auto"), ("iris", "squaredError"), ("sine", "auto")]:
            yield f"{activation['name']} on {source}", {
                "data": {"source": source}, "network": {"hidden": [5, 4], "activation": activation},
                "training": {"loss": loss, "batchSize": 48, "penalty": {"l1": 0.001, "l2": 0.01}}}
    for optimizer in OPTIMIZERS:
        rate = 1.0 if optimizer["name"] == "adadelta" else 0.01
        yield f"{optimizer}", {"data": {"source": "wine", "standardize": True}, "training": {
            "optimizer": optimizer, "learningRate": rate, "penalty": {"l2": 0.01}}}
        yield f"{optimizer} prelu", {"network": {"activation": {"name": "prelu"}}, "training": {
            "optimizer": optimizer, "learningRate": rate}}
    for optimizer in OPTIMIZERS:
        yield f"proximal, {optimizer}", {"data": {"source": "wine", "standardize": True}, "network": {
            "activation": {"name": "prelu"}}, "training": {
            "optimizer": optimizer, "learningRate": 0.02, "schedule": {"name": "cosine", "warmup": 2},
            "penalty": {"l1": 0.05, "l2": 0.01, "method": "proximal"}}}
    yield "proximal, ensemble", {"ensemble": 2, "training": {"penalty": {"l1": 0.05, "method": "proximal"}}}
    for schedule in SCHEDULES:
        yield f"{schedule}", {"training": {"schedule": schedule, "learningRate": 0.02}}
    for optimizer in OPTIMIZERS:
        scale = 100.0 if optimizer["name"] == "adadelta" else 1.0
        yield f"layer rates, {optimizer}", {"network": {"hidden": [5, 4], "activation": {"name": "prelu"}}, "training": {
            "optimizer": optimizer, "layerRates": [scale * rate for rate in (0.02, 0.003, 0.01)], "penalty": {"l2": 0.01}}}
    yield "layer rates, schedule", {"network": {"hidden": [6]}, "training": {
        "layerRates": [0.05, 0.01], "penalty": {"l1": 0.05, "method": "proximal"}, "schedule": {"name": "cosine", "floor": 0.001, "warmup": 2}}}
    yield "layer rates, ensemble", {"ensemble": 2, "network": {"hidden": [4]}, "training": {
        "layerRates": [0.05, 0.01], "optimizer": {"name": "adamw"}, "schedule": {"name": "exponential"}}}
    yield "layer rates, convolution", {"data": {"source": "digits", "samples": 120}, "training": {
        "epochs": 3, "layerRates": [0.02, 0.01, 0.005]}, "network": {"hidden": [6], "convolutions": [{"filters": 3}]}}
    yield "warm-up longer than the run", {"training": {"schedule": {"name": "cosine", "warmup": 20}}}
    for size in [1, 7, 400, 1000, "full"]:
        yield f"batch {size}", {"training": {"batchSize": size, "epochs": 3}}
    yield "no epochs", {"training": {"epochs": 0, "schedule": {"name": "cosine", "warmup": 1}}}
    yield "no hidden layer", {"network": {"hidden": []}, "data": {"source": "digits"}}
    yield "one wide layer", {"network": {"hidden": [60]}, "data": {"source": "digits", "samples": 300}}
    yield "sequential", {"data": {"source": "diabetes", "split": "sequential", "trainFraction": 0.5, "standardize": True}}
    yield "held out", {"data": {"source": "wine", "standardize": True, "testFraction": 0.25, "splitSeed": 8}}
    yield "held out, folds", {"data": {"source": "diabetes", "standardize": True, "testFraction": 0.2, "folds": 5, "fold": 3}}
    yield "patience", {"data": {"source": "moons", "noise": 0.5, "samples": 60}, "training": {
        "learningRate": 0.1, "epochs": 60, "patience": 2}}
    yield "diverging", {"data": {"source": "plane"}, "training": {"optimizer": {"name": "sgd"}, "learningRate": 1e6}}
    for initializer in ["xavier", "he", {"name": "uniform", "range": 0.2}, "zero"]:
        yield f"initializer {initializer}", {"network": {"initializer": initializer}}
    yield "initial weights", {"network": {"hidden": [2], "initialWeights": "weights.json"}}
    yield "own table", {"data": {"source": "csv", "file": "own.csv", "target": "kind", "features": ["b", "a"]}}
    small = {"source": "digits", "samples": 120}
    for activation in ACTIVATIONS:
        yield f"convolution, {activation['name']}", {
            "data": small, "training": {"epochs": 3, "penalty": {"l1": 0.001, "l2": 0.01}}, "network": {
                "hidden": [6], "activation": activation, "convolutions": [{"filters": 3, "kernel": 3, "padding": 1, "pool": 2}]}}
    yield "convolutions", {"data": small, "training": {"epochs": 3}, "network": {"hidden": [], "convolutions": [
        {"filters": 4, "kernel": 3, "stride": 2, "padding": 2, "pool": 1}, {"filters": 5, "kernel": 2, "padding": 0, "pool": 3}]}}
    yield "an image of one's own shape", {"data": {"source": "wine", "standardize": True, "image": [1, 1, 13]}, "network": {
        "convolutions": [{"filters": 2, "kernel": 1, "padding": 0, "pool": 1}]}}
    yield "convolution, ensemble, dropout without a hidden layer", {"ensemble": 2, "data": small, "network": {
        "hidden": [], "dropout": 0.5, "convolutions": [{"filters": 2}]}, "training": {"epochs": 3}}
    for source, loss in [("iris", "crossEntropy"), ("iris", "squaredError"), ("sine", "auto")]:
        yield f"ensemble, {loss} on {source}", {"ensemble": 3, "data": {"source": source}, "network": {
            "hidden": [4], "activation": {"name": "prelu"}}, "training": {
            "loss": loss, "penalty": {"l1": 0.001, "l2": 0.01}, "optimizer": {"name": "adamw"}, "patience": 3}}
    yield "ensemble, dropped out and shuffled", {
        "ensemble": 2, "network": {"dropout": 0.3}, "training": {"shuffle": True}}
    yield 'awkward name """ \\ # \n import nothing', {"data": {"samples": 30}}
    yield "shuffled", {"training": {"shuffle": True}}
    yield "shuffled, convolution, patience", {"data": small, "network": {"convolutions": [{"filters": 3}]}, "training": {
        "shuffle": True, "batchSize": 7, "patience": 1}}
    yield "shuffled, full batch", {"training": {"shuffle": True, "batchSize": "full"}}
    yield "shuffled, ensemble", {"seed": -2, "ensemble": 3, "training": {"shuffle": True, "batchSize": 9}}
    yield "dropped out", {"network": {"dropout": 0.3}}
    yield "shuffled, dropped out", {"network": {"dropout": 0.3}, "training": {"shuffle": True}}


def complete(name, experiment):
    training = {"learningRate": 0.02, "epochs": 8, "shuffle": False, **experiment.get("training", {})}
    return {"format": "hyperlab-experiment/1", "seed": 3, **experiment, "name": name, "training": training}


def beside(folder):
    (folder / "own.csv").write_text(
        "a,b,kind\n" + "".join(f"{k % 7},{k * k % 11},{'odd' if k % 3 else 'even'}\n" for k in range(40)), encoding="utf-8")
    (folder / "weights.json").write_text(json.dumps({"format": "hyperlab-weights/1", "layers": [
        {"kind": "dense", "weights": [[0.5, -0.25], [0.125, 1.0]], "bias": [0.1, 0.2]},
        {"kind": "dense", "weights": [[0.5, -0.5], [1.5, 0.75]], "bias": [0.0, -0.1]}]}), encoding="utf-8")


def run(*words):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, encoding="utf-8")
    if done.returncode != 0:
        raise SystemExit(f"{words}: {done.stderr}")
    return done.stdout


def rows(text):
    return [{key: float(cell) if cell else math.nan for key, cell in row.items()} for row in csv.DictReader(io.StringIO(text))]


def difference(ours, theirs):
    """The largest difference of two rows, relative to what is above 1; infinite where one has what the other has not."""
    largest = 0.0
    for key, cell in theirs.items():
        if math.isnan(cell) != math.isnan(ours[key]):
            return math.inf
        if not math.isnan(cell):
            largest = max(largest, abs(cell - ours[key]) / max(1.0, abs(ours[key])))
    return largest


def check(hyperlab, name, experiment, folder, printed):
    """The largest difference of two histories."""
    file = folder / "e.hyperlab.json"
    file.write_text(json.dumps(complete(name, experiment)), encoding="utf-8")
    run(hyperlab, "train", file, "--out", folder / "run")
    if printed:
        (folder / "p.py").write_text(run(hyperlab, "code", file, "--to", "pytorch"), encoding="utf-8")
    else:
        run(hyperlab, "code", file, "--to", "pytorch", "--out", folder / "p.py")
    ours = rows((folder / "run" / "history.csv").read_text(encoding="utf-8"))
    theirs = rows(run(sys.executable, folder / "p.py"))
    comment = (folder / "p.py").read_text(encoding="utf-8").partition("import ")[0].replace("\n# ", " ")
    network = experiment.get("network", {})
    is_random = network.get("dropout", 0) > 0 and network.get("hidden") != []
    if ("the dropout masks" in comment) != is_random:
        raise SystemExit(f"{name}: the comment is wrong about dropout")
    if len(ours) != len(theirs):
        return math.inf
    compared = zip(ours[:1], theirs) if is_random else zip(ours, theirs)
    return max(difference(our, their) for our, their in compared)


def main():
    hyperlab = sys.argv[1]
    word = sys.argv[2] if len(sys.argv) > 2 else ""
    worst = 0.0
    count = 0
    for name, experiment in experiments():
        if word not in name:
            continue
        count += 1
        with tempfile.TemporaryDirectory() as folder:
            beside(pathlib.Path(folder))
            many = experiment.get("data", {}).get("source") == "digits"
            found = check(hyperlab, name, experiment, pathlib.Path(folder), count % 2 == 0 and not many)
        worst = max(worst, found)
        print(f"{found:9.2e}  {name!r}", flush=True)
    print(f"{count} experiments, largest difference {worst:.2e}")
    return 0 if worst <= TOLERANCE else 1


if __name__ == "__main__":
    sys.exit(main())
