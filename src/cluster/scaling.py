"""Trials per hour against the number of workers: measured with Slurm, and simulated for more workers.

    src/cluster/slurm FOLDER python3 src/cluster/scaling.py measure HYPERLAB STUDIES   # writes scaling.json
    python3 src/cluster/scaling.py simulate                                            # writes scaling.csv
    src/jmh/run hyperlab.chart.WorkersChart assets/screenshots/workers.png             # draws scaling.csv

Each round of the measurement runs the study with one worker and with two. The time is that from the start of the search
to its last result, without the start of the coordinator and its charts.

The simulation is of a study of 81 trials, by random search and by successive halving. It has three measured times. A
worker needs `start` seconds for each process in addition to the training: the launcher, the start of Java, and the data.
The coordinator needs `coordinator` seconds for each process, during which it serves no other worker; this is measured
with processes that train nothing, 64 at a time, and includes the cost of starting them on this machine. The training
times are those of the trials with one worker, drawn at random; in a rung, they are in proportion to its epochs. Everything
else is parallel, except that a rung waits for all its trials. Not in the model: a slow shared disk, and a launcher that
starts processes one after the other.
"""

import csv
import heapq
import json
import pathlib
import random
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
ROUNDS = 3
WORKERS = (1, 2)
NOTHING_TRIALS = 400
RUNGS = {"random": [(81, 1)], "halving": [(81, 1 / 81), (27, 1 / 27), (9, 1 / 9), (3, 1 / 3), (1, 1)]}  # members, share of the epochs
DRAWS = 200
SIMULATED_WORKERS = (1, 2, 4, 8, 16, 32, 64)


def rows(folder):
    with open(folder / "rungs.csv", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def searched(command, folder):
    """The seconds of a search, from its first line of output to its last result."""
    process = subprocess.Popen([*command, "--out", folder], stdout=subprocess.PIPE, text=True)
    process.stdout.readline()
    start = time.time()
    output = process.stdout.read()
    if process.wait() != 0 or "Failed processes" in output:
        sys.exit(output)
    return (folder / "rungs.csv").stat().st_mtime - start


def measure(hyperlab, studies):
    studies = pathlib.Path(studies).resolve()
    studies.mkdir()
    study = HERE / "scaling.hyperlab-study.json"
    measured = []
    for number in range(ROUNDS):
        for workers in WORKERS:
            folder = studies / f"round-{number}-workers-{workers}"
            command = [hyperlab, "tune", study, "--launcher", "srun -N1 -n1", "--parallel", str(workers), "--language", "en"]
            seconds = searched(command, folder)
            training = [float(row["seconds"]) for row in rows(folder)]
            measured.append({"workers": workers, "seconds": round(seconds, 2), "training": [round(t, 3) for t in training]})
            print(workers, "workers:", round(3600 * len(training) / seconds), "trials per hour", flush=True)
    nothing = {
        "format": "hyperlab-study/1", "function": "branin", "method": {"name": "random"}, "trials": NOTHING_TRIALS,
    }
    (studies / "nothing.json").write_text(json.dumps(nothing), encoding="utf-8")
    version = subprocess.run([hyperlab, "--version"], capture_output=True, text=True).stdout.split()[1]
    result = {"format": "hyperlab-trial-result/1", "version": version, "state": "completed", "reached": 1, "value": "1.0", "seconds": 0}
    (studies / "result.json").write_text(json.dumps(result), encoding="utf-8")
    # Called with: trial FOLDER …
    (studies / "nothing").write_text(f'#!/bin/sh\nexec cp "{studies}/result.json" "$2"\n', encoding="utf-8")
    (studies / "nothing").chmod(0o755)
    command = [hyperlab, "tune", studies / "nothing.json", "--launcher", "env", "--remote-command", f"'{studies}/nothing'"]
    seconds = searched([*command, "--parallel", "64", "--language", "en"], studies / "nothing.study")
    coordinator = seconds / NOTHING_TRIALS
    print("coordinator:", round(1000 * coordinator, 1), "ms per trial")
    content = {"measured": measured, "coordinator": round(coordinator, 5)}
    (HERE / "scaling.json").write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def ended(workers, rungs, start, coordinator, training, drawn):
    """The seconds of one study, from a list schedule: the worker that is free first trains the next trial."""
    end = 0.0
    for members, share in rungs:
        free = [end] * workers
        coordinator_free = end
        for _ in range(members):
            begin = max(heapq.heappop(free), coordinator_free)
            coordinator_free = begin + coordinator
            finished = coordinator_free + start + share * drawn.choice(training)
            heapq.heappush(free, finished)
            end = max(end, finished)
    return end


def simulate():
    content = json.loads((HERE / "scaling.json").read_text(encoding="utf-8"))
    coordinator = content["coordinator"]
    one = [run for run in content["measured"] if run["workers"] == 1]
    training = [seconds for run in one for seconds in run["training"]]
    # With one worker, nothing is parallel.
    start = statistics.median((run["seconds"] - sum(run["training"])) / len(run["training"]) for run in one) - coordinator
    print(f"training {statistics.mean(training):.2f} s, start {start:.2f} s, coordinator {coordinator:.4f} s per trial")
    with open(HERE / "scaling.csv", "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["workers", "trialsPerHour", "kind"])
        for workers in WORKERS:
            runs = [run for run in content["measured"] if run["workers"] == workers]
            rates = [3600 * len(run["training"]) / run["seconds"] for run in runs]
            print(f"{workers} workers: median {statistics.median(rates):.0f} trials per hour")
            table.writerows([workers, round(rate, 1), "measured"] for rate in sorted(rates))
        for method, rungs in RUNGS.items():
            for workers in SIMULATED_WORKERS:
                drawn = random.Random(1)
                seconds = statistics.mean(
                    ended(workers, rungs, start, coordinator, training, drawn) for _ in range(DRAWS))
                table.writerow([workers, round(3600 * rungs[0][0] / seconds, 1), method])


if __name__ == "__main__":
    if sys.argv[1:] == ["simulate"]:
        simulate()
    elif sys.argv[1:2] == ["measure"] and len(sys.argv) == 4:
        measure(*sys.argv[2:])
    else:
        sys.exit(__doc__)
