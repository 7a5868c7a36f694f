"""Computes with NumPy the least-squares model of the diabetes case: its RMSE on the rows that the case holds out.

    python3 linear.py HYPERLAB

HYPERLAB is the command, such as target/hyperlab/bin/hyperlab; it is asked only for the table and for which row belongs to
which part. Writes linear.json next to this file.
"""

import csv
import io
import json
import pathlib
import subprocess
import sys
import tempfile

import numpy

EXPERIMENT = {
    "format": "hyperlab-experiment/1",
    "data": {"source": "diabetes", "trainFraction": 0.7, "testFraction": 0.25, "splitSeed": 1},
    "training": {"epochs": 1},
}


def run(*words):
    return subprocess.run([str(word) for word in words], check=True, capture_output=True, text=True, encoding="utf-8").stdout


def main(hyperlab):
    rows = list(csv.reader(io.StringIO(run(hyperlab, "data", "diabetes"))))[1:]
    table = numpy.array(rows, dtype=float)
    features, target = table[:, :-1], table[:, -1]
    with tempfile.TemporaryDirectory() as folder:
        experiment = pathlib.Path(folder, "e.hyperlab.json")
        experiment.write_text(json.dumps(EXPERIMENT), encoding="utf-8")
        run(hyperlab, "train", experiment, "--out", pathlib.Path(folder, "out"))
        with open(pathlib.Path(folder, "out", "predictions.csv"), encoding="utf-8", newline="") as file:
            parts = {int(row["row"]): row["part"] for row in csv.DictReader(file)}
    train = [row for row, part in parts.items() if part == "train"]
    test = [row for row, part in parts.items() if part == "test"]
    design = numpy.column_stack([numpy.ones(len(target)), features])
    weights = numpy.linalg.lstsq(design[train], target[train], rcond=None)[0]
    errors = design[test] @ weights - target[test]
    result = {
        "trainingRows": len(train),
        "testRows": len(test),
        "rmse": float(numpy.sqrt(numpy.mean(errors**2))),
    }
    pathlib.Path(__file__).with_name("linear.json").write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")


main(sys.argv[1])
