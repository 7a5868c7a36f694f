"""Compares the recorded scores of the cases with scikit-learn on the same rows: networks of the same shape, trained the
same way from their own initial weights, and a simple model as a reference.

    python3 baselines.py HYPERLAB

HYPERLAB is the command, such as target/hyperlab/bin/hyperlab. Other initial weights and orders give other
scores; the medians over ten seeds must agree within a few rows (accuracy) or a few percent (RMSE). The script shows that
the baselines are plausible; no number comes from it. Sigmoid networks are printed but not checked: scikit-learn initializes
them from a narrower range, sqrt(2 / (m + n)) instead of sqrt(6 / (m + n)), and they start to learn later.
"""

import csv
import io
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile
import warnings

import numpy
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.preprocessing import StandardScaler

SEEDS = 10
# Tolerances of the accuracy and of the RMSE
ACCURACY_APART = 0.12
RMSE_APART = 0.06


def run(*words, folder):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, encoding="utf-8", cwd=folder)
    if done.returncode != 0:
        raise SystemExit(f"{words}: {done.stderr}")
    return done.stdout


def network(experiment, regression, seed):
    training = experiment["training"]
    optimizer = training["optimizer"]
    kind = MLPRegressor if regression else MLPClassifier
    activation = {"relu": "relu", "tanh": "tanh", "sigmoid": "logistic"}[experiment["network"]["activation"]["name"]]
    batch = training["batchSize"]
    return kind(
        hidden_layer_sizes=experiment["network"]["hidden"], activation=activation, solver=optimizer["name"],
        alpha=training["penalty"]["l2"] * (batch if batch != "full" else 1), batch_size=10**6 if batch == "full" else batch,
        learning_rate_init=training["learningRate"], momentum=optimizer.get("momentum", 0.9), nesterovs_momentum=False,
        max_iter=training["epochs"], n_iter_no_change=10**6, tol=0, random_state=seed)


def check(hyperlab, folder, name):
    run(hyperlab, "case", name, "--seeds", SEEDS, "--out", "case", folder=folder)
    with open(folder / "case" / "scores.csv", encoding="utf-8") as opened:
        scores = [row for row in csv.DictReader(opened) if row["seed"]]
    rows = list(csv.reader(io.StringIO(run(hyperlab, "data", name, folder=folder))))[1:]
    features = numpy.array([[float(cell) for cell in row[:-1]] for row in rows])
    regression = name == "diabetes"
    targets = numpy.array([float(row[-1]) if regression else row[-1] for row in rows])
    within = True
    for configuration in ["before", "after"]:
        file = f"case/{configuration}.hyperlab.json"
        experiment = json.loads((folder / file).read_text(encoding="utf-8"))
        run(hyperlab, "train", file, "--epochs", 0, "--out", "parts", folder=folder)
        with open(folder / "parts" / "predictions.csv", encoding="utf-8") as opened:
            parts = numpy.array([row["part"] for row in csv.DictReader(opened)])
        scaler = StandardScaler().fit(features[parts == "train"])
        scaled = scaler.transform(features) if experiment["data"]["standardize"] else features

        def score(model):
            model.fit(scaled[parts == "train"], targets[parts == "train"])
            predicted = model.predict(scaled[parts == "test"])
            true = targets[parts == "test"]
            return float(numpy.sqrt(numpy.mean((predicted - true) ** 2)) if regression else numpy.mean(predicted == true))

        theirs = statistics.median(score(network(experiment, regression, seed)) for seed in range(SEEDS))
        ours = statistics.median(float(row["value"]) for row in scores if row["configuration"] == configuration)
        plain = score(LinearRegression() if regression else LogisticRegression(max_iter=10_000))
        apart = abs(ours - theirs) / (ours if regression else 1)
        sigmoid = experiment["network"]["activation"]["name"] == "sigmoid"
        within &= sigmoid or apart <= (RMSE_APART if regression else ACCURACY_APART)
        print(f"{name} {configuration}: Hyperlab {ours:.4f}, scikit-learn {theirs:.4f}, a linear model {plain:.4f}", flush=True)
    return within


def main():
    warnings.filterwarnings("ignore")
    fine = True
    for name in ["iris", "wine", "penguins", "breastCancer", "diabetes", "digits"]:
        with tempfile.TemporaryDirectory() as folder:
            fine &= check(sys.argv[1], pathlib.Path(folder), name)
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
