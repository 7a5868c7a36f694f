"""Runs the programs that `hyperlab code --to optuna` writes, for each search method and each function.

    /usr/bin/python3 studies.py HYPERLAB [WORD]

HYPERLAB is the command, such as target/hyperlab/bin/hyperlab; WORD selects studies whose name contains it. Needs
Optuna 4. With listed points, Hyperlab and the program must reach the same values; for functions, to 1e-12.
"""

import csv
import json
import pathlib
import py_compile
import shlex
import subprocess
import sys
import tempfile

import optuna
from optuna.storages.journal import JournalFileBackend

EXPERIMENT = {
    "format": "hyperlab-experiment/1", "name": "study", "data": {"source": "moons", "samples": 120},
    "training": {"epochs": 6}}
SPACE = {
    "training.learningRate": {"type": "log", "low": 1e-4, "high": 1.0},
    "network.hidden": {"type": "choice", "values": [[4], [8, 8]]},
    "network.activation": {"type": "choice", "values": [{"name": "tanh"}, "relu"]},
    "network.dropout": {"type": "linear", "low": 0.0, "high": 0.5},
    "training.patience": {"type": "integer", "low": 0, "high": 3}}
POINTS = [
    {"training.learningRate": 0.0123456789, "network.hidden": [8, 8], "network.activation": "relu",
     "network.dropout": 0.25, "training.patience": 0},
    {"training.learningRate": 0.7, "network.hidden": [4], "network.activation": {"name": "tanh"},
     "network.dropout": 0.0, "training.patience": 1}]
FUNCTIONS = ["branin", "bowl", "rosenbrock", "himmelblau", "rastrigin"]


def studies():
    for method in [
            {"name": "random"}, {"name": "bayesian", "initial": 3}, {"name": "halving"}, {"name": "hyperband"},
            {"name": "manual", "points": POINTS}, {"name": "grid", "pointsPerAxis": 2}]:
        yield method["name"], {
            "experiment": EXPERIMENT, "space": SPACE, "method": method,
            "trials": 32 if method["name"] == "grid" else 5, "objective": "validationAccuracy"}
    for function in FUNCTIONS:
        points = [{"x": 0.3, "y": 1.7}, {"x": -2.5, "y": 0.4}, {"x": 1.1, "y": 4.9}]
        yield function, {
            "function": function, "method": {"name": "manual", "points": points}, "trials": 3,
            "space": {"x": {"type": "linear", "low": -5, "high": 5}, "y": {"type": "linear", "low": 0, "high": 5}}}


def check(hyperlab, name, study, folder):
    file = folder / "s.hyperlab-study.json"
    file.write_text(json.dumps({"format": "hyperlab-study/1", "seed": 3, **study}))
    program = folder / "study.py"
    subprocess.run(hyperlab + ["code", str(file), "--to", "optuna", "--out", str(program)], check=True, stdout=subprocess.DEVNULL)
    py_compile.compile(str(program), doraise=True)
    command = [sys.executable, str(program), "--study", "s"]
    command += ["--hyperlab", shlex.join(hyperlab)] if "experiment" in study else []
    command += ["--trials", "4"] if name == "grid" else []
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    storage = optuna.storages.JournalStorage(JournalFileBackend(str(folder / "study.journal")))
    trials = optuna.load_study(study_name="s", storage=storage).trials
    states = sorted({trial.state.name for trial in trials})
    print(f"{name}: {len(trials)} trials, {', '.join(states)}")
    assert set(states) <= {"COMPLETE", "PRUNED"} and "COMPLETE" in states
    if study["method"]["name"] == "manual":
        subprocess.run(hyperlab + ["tune", str(file), "--out", str(folder / "own")], check=True, stdout=subprocess.DEVNULL)
        with open(folder / "own" / "trials.csv", newline="") as text:
            own = [float(row["value"]) for row in csv.DictReader(text)]
        tolerance = 0 if "experiment" in study else 1e-12
        for trial, value in zip(trials, own, strict=True):
            assert abs(trial.value - value) <= tolerance * abs(value), (trial.number, trial.value, value)
        print(f"  the values are those of hyperlab tune: {own}")


def main(hyperlab, word=""):
    for name, study in studies():
        if word in name:
            with tempfile.TemporaryDirectory() as folder:
                check(hyperlab, name, study, pathlib.Path(folder))


if __name__ == "__main__":
    main(shlex.split(sys.argv[1]), *sys.argv[2:])
