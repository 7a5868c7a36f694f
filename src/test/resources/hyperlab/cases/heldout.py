"""Recomputes with NumPy, from weights and data alone, what a run reports about its held-out rows.

    python3 heldout.py HYPERLAB

HYPERLAB is the command, such as target/hyperlab/bin/hyperlab. It checks for each experiment that the parts have the
sizes of the settings and contain each row once, that another seed does not change them, that the folds validate each row
once, and that the weights of weights.json, with the mean and standard deviation of the training rows alone, give the losses
and accuracies of outcome.json and history.csv to 1e-9.
"""

import csv
import io
import json
import pathlib
import subprocess
import sys
import tempfile

import numpy

TOLERANCE = 1e-9
TEST = 0.25
TRAIN = 0.7
EXPERIMENTS = [
    ("iris", {"standardize": True}, {}),
    ("wine", {"standardize": False}, {"epochs": 30}),
    ("wine", {"standardize": True}, {"learningRate": 0.1, "epochs": 40, "patience": 3}),
    ("diabetes", {"standardize": True}, {"learningRate": 0.1}),
    ("iris", {"standardize": True, "folds": 5, "fold": 2}, {}),
]


def run(*words):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, encoding="utf-8")
    if done.returncode != 0:
        raise SystemExit(f"{words}: {done.stderr}")
    return done.stdout


def table(hyperlab, source):
    rows = list(csv.reader(io.StringIO(run(hyperlab, "data", source))))[1:]
    features = numpy.array([[float(cell) for cell in row[:-1]] for row in rows])
    targets = [row[-1] for row in rows]
    return features, targets


def train(hyperlab, folder, source, data, training, seed=3):
    experiment = {
        "format": "hyperlab-experiment/1", "seed": seed,
        "data": {"source": source, "testFraction": TEST, "splitSeed": 11, "trainFraction": TRAIN, **data},
        "network": {"hidden": [7, 5]}, "training": {"epochs": 12, "learningRate": 0.02, **training}}
    file = folder / "e.hyperlab.json"
    file.write_text(json.dumps(experiment), encoding="utf-8")
    run(hyperlab, "train", file, "--out", folder / "run")
    with open(folder / "run" / "predictions.csv", encoding="utf-8") as opened:
        parts = [row["part"] for row in csv.DictReader(opened)]
    return numpy.array(parts)


def evaluated(weights, features, targets, classes):
    values = features
    layers = weights["layers"]
    for number, layer in enumerate(layers):
        values = values @ numpy.array(layer["weights"]).T + numpy.array(layer["bias"])
        if number < len(layers) - 1:
            values = numpy.maximum(values, 0)
    if classes is None:
        return 0.5 * numpy.mean((values[:, 0] - numpy.array([float(target) for target in targets])) ** 2), None
    labels = numpy.array([classes.index(target) for target in targets])
    shifted = values - values.max(axis=1, keepdims=True)
    logs = shifted - numpy.log(numpy.exp(shifted).sum(axis=1, keepdims=True))
    return -numpy.mean(logs[numpy.arange(len(labels)), labels]), numpy.mean(values.argmax(axis=1) == labels)


def expect(name, ours, theirs):
    if abs(ours - theirs) > TOLERANCE * max(1.0, abs(ours)):
        raise SystemExit(f"{name}: {ours} is not {theirs}")


def check(hyperlab, folder, source, data, training):
    name = f"{source} {data} {training}"
    features, targets = table(hyperlab, source)
    classes = sorted(set(targets)) if source != "diabetes" else None
    parts = train(hyperlab, folder, source, data, training)
    rows = len(targets)
    tested = int(rows * TEST)
    if "folds" not in data:
        expect(name + ": rows that train", sum(parts == "train"), int((rows - tested) * TRAIN))
    expect(name + ": rows that are tested", sum(parts == "test"), tested)
    weights = json.loads((folder / "run" / "weights.json").read_text(encoding="utf-8"))
    outcome = json.loads((folder / "run" / "outcome.json").read_text(encoding="utf-8"))
    with open(folder / "run" / "history.csv", encoding="utf-8") as opened:
        history = list(csv.DictReader(opened))
    kept = history[outcome["bestEpoch"] if "patience" in training else -1]
    scaled = features
    if data.get("standardize"):
        training_rows = features[parts == "train"]
        scaled = (features - training_rows.mean(axis=0)) / training_rows.std(axis=0)
    for part, loss, accuracy in [
            ("test", outcome["testLoss"], outcome.get("testAccuracy")),
            ("validation", float(kept["validationLoss"]), kept["validationAccuracy"])]:
        chosen = [targets[row] for row in numpy.flatnonzero(parts == part)]
        found = evaluated(weights, scaled[parts == part], chosen, classes)
        expect(f"{name}: {part} loss", found[0], loss)
        if classes is not None:
            expect(f"{name}: {part} accuracy", found[1], float(accuracy))
    if any(train(hyperlab, folder, source, data, training, seed=8) != parts):
        raise SystemExit(f"{name}: another seed has other parts")
    print(f"{name}: test loss {outcome['testLoss']}, accuracy {outcome.get('testAccuracy')}", flush=True)


def check_folds(hyperlab, folder):
    count = 4
    folds = [train(hyperlab, folder, "iris", {"folds": count, "fold": fold}, {"epochs": 0}) for fold in range(count)]
    validated = sum((parts == "validation").astype(int) for parts in folds)
    tested = folds[0] == "test"
    if any(validated[~tested] != 1) or any(validated[tested] != 0):
        raise SystemExit("a row is not validated once")
    print("each row that is not tested validates in one fold")


def main():
    with tempfile.TemporaryDirectory() as name:
        for experiment in EXPERIMENTS:
            check(sys.argv[1], pathlib.Path(name), *experiment)
        check_folds(sys.argv[1], pathlib.Path(name))


if __name__ == "__main__":
    main()
