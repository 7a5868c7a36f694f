"""Trains the workloads of src/jmh/workloads with Hyperlab and with its peers, in turn, and prints a Markdown table.

    mvn -q -DskipTests package
    python3 src/jmh/peers/compare.py [--playground FOLDER] [--rounds 5] [--workloads W1,W4]

Prints the samples per second of the optimizer steps alone, as the median of the rounds. Each run is timed in its second
half, when it is warm. Hyperlab is the program in target/hyperlab on one thread. Encog comes with the Maven profile bench,
ConvNetJS is installed by npm in target/peers, PyTorch is the one of the Python that runs this script, and --playground is
a checkout of TensorFlow Playground. A peer that is missing is left out, and the table says so.
"""

import argparse
import csv
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[3]
PEERS = ROOT / "src/jmh/peers"
WORKLOADS = ROOT / "src/jmh/workloads"
DATASETS = ROOT / "assets/datasets"
INSTALLED = ROOT / "target/peers"

NETWORKS = {
    "W1": "2-4-2-1, tanh, SGD, batch 10",
    "W2": "2-8-8-8-1, tanh, SGD, batch 10",
    "W3": "iris 4-16-16-3, Adam, batch 16",
    "W4": "MNIST 784-128-10, Adam, batch 32",
    "W4b": "MNIST 784-128-10, Adam, batch 128",
    "W5": "MNIST, two convolutions, Adam, batch 32",
}
OPPONENTS = {
    "W1": ["TensorFlow Playground", "Encog 3.4"],
    "W2": ["TensorFlow Playground", "Encog 3.4"],
    "W3": ["Encog 3.4", "PyTorch float32, 1 thread"],
    "W4": ["PyTorch float32, 1 thread", "PyTorch float32, 2 threads", "PyTorch float64, 1 thread"],
    "W4b": ["PyTorch float32, 1 thread", "PyTorch float32, 2 threads", "PyTorch float64, 1 thread"],
    "W5": ["PyTorch float32, 1 thread", "ConvNetJS"],
}


def output(command, **options):
    done = subprocess.run(command, capture_output=True, text=True, check=False, **options)
    if done.returncode != 0:
        raise OSError(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else f"exit {done.returncode}")
    return done.stdout.strip()


def hyperlab(workload):
    with tempfile.TemporaryDirectory() as folder:
        program = ROOT / "target/hyperlab/bin/hyperlab"
        output([program, "train", WORKLOADS / f"{workload}.hyperlab.json", "--out", f"{folder}/run"])
        with open(f"{folder}/run/history.csv", newline="", encoding="utf-8") as file:
            seconds = [float(row["trainSeconds"]) for row in csv.DictReader(file)]
        with open(f"{folder}/run/predictions.csv", newline="", encoding="utf-8") as file:
            samples = sum(row["part"] == "train" for row in csv.DictReader(file))
    half = len(seconds) // 2
    return samples * (len(seconds) - 1 - half) / (seconds[-1] - seconds[half])


def class_path():
    """The class path of the benchmarks. It contains Encog."""
    return output([ROOT / "src/jmh/run", "--class-path"], cwd=ROOT).splitlines()[-1]


def javascript_modules():
    INSTALLED.mkdir(parents=True, exist_ok=True)
    if not (INSTALLED / "node_modules/convnetjs").exists():
        shutil.copy(PEERS / "package.json", INSTALLED)
        output(["npm", "install", "--no-audit", "--no-fund"], cwd=INSTALLED)
    return {**os.environ, "NODE_PATH": str(INSTALLED / "node_modules")}


def pytorch(workload, precision, threads):
    environment = {k: v for k, v in os.environ.items() if k not in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")}
    environment["OMP_NUM_THREADS"] = threads
    script = [sys.executable, PEERS / "pytorch_peer.py", WORKLOADS / f"{workload}.hyperlab.json", DATASETS]
    return float(output([*script, precision, threads], env=environment))


def peers(playground):
    """A function that runs each peer, by name. A missing peer is reported and left out."""
    found = {}
    for precision in ("float32", "float64"):
        for threads in ("1", "2"):
            name = f"PyTorch {precision}, {threads} thread{'s' if threads == '2' else ''}"
            found[name] = lambda w, p=precision, t=threads: pytorch(w, p, t)
    try:
        path = class_path()
        encog = ["java", "-classpath", path, "hyperlab.peers.EncogPeer"]
        found["Encog 3.4"] = lambda w: float(output([*encog, WORKLOADS / f"{w}.hyperlab.json"]))
    except OSError as error:
        print(f"no Encog: {error}", file=sys.stderr)
    try:
        environment = javascript_modules()
        script = PEERS / "peer.js"
        file = lambda w: WORKLOADS / f"{w}.hyperlab.json"
        found["ConvNetJS"] = lambda w: float(
            output(["node", script, "convnetjs", file(w), DATASETS], env=environment))
        if playground:
            source = pathlib.Path(playground) / "src/nn.ts"
            found["TensorFlow Playground"] = lambda w: float(
                output(["node", script, "playground", file(w), source], env=environment))
    except OSError as error:
        print(f"no JavaScript: {error}", file=sys.stderr)
    return found


def rounded(value):
    for size, unit in ((1e6, "M"), (1e3, "k")):
        if value >= size:
            return f"{value / size:.3g}{unit}" if value < 100 * size else f"{value / size:.0f}{unit}"
    return f"{value:.3g}"


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--playground", help="a checkout of TensorFlow Playground")
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--workloads", default=",".join(OPPONENTS))
    given = arguments.parse_args()
    workloads = given.workloads.split(",")
    known = peers(given.playground)
    speeds = {w: {} for w in workloads}
    for number in range(given.rounds):
        for workload in workloads:
            runners = {"Hyperlab": hyperlab}
            runners.update({name: known[name] for name in OPPONENTS[workload] if name in known})
            for name, run in runners.items():
                try:
                    speed = run(workload)
                except OSError as error:
                    print(f"{workload} {name}: {error}", file=sys.stderr)
                    continue
                speeds[workload].setdefault(name, []).append(speed)
                print(f"round {number + 1} {workload} {name}: {speed:,.0f}", file=sys.stderr)
    print("| workload | Hyperlab | peer | its samples/s | Hyperlab is |")
    print("| --- | --: | --- | --: | --: |")
    for workload in workloads:
        medians = {name: statistics.median(values) for name, values in speeds[workload].items()}
        ours = medians.get("Hyperlab")
        for position, name in enumerate(OPPONENTS[workload]):
            theirs = medians.get(name)
            title = f"{workload}: {NETWORKS[workload]} | {rounded(ours)}" if position == 0 and ours else " | "
            shown = f"{rounded(theirs)} | {ours / theirs:.3g} ×" if theirs and ours else "not there | "
            print(f"| {title} | {name} | {shown} |")


main()
