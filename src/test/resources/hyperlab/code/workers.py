"""Four workers share one Optuna journal, and one of them is killed with SIGKILL in the middle of a trial.

    /usr/bin/python3 workers.py HYPERLAB FOLDER

HYPERLAB is the command, such as target/hyperlab/bin/hyperlab; FOLDER is new. Needs Optuna 4. Checks that the other
workers finish the study, that no two trials have the same values, that the killed trial stays "running" until it is
marked as failed, and that `hyperlab train` reaches the value of the best trial again, bit for bit.
"""

import csv
import json
import pathlib
import shlex
import signal
import subprocess
import sys
import time

import optuna
from optuna.storages.journal import JournalFileBackend
from optuna.trial import TrialState

WORKERS = 4
TRIALS = 24
SEED = 7
STUDY = {
    "format": "hyperlab-study/1",
    "experiment": {
        "format": "hyperlab-experiment/1", "name": "workers",
        "data": {"source": "moons", "samples": 300, "noise": 0.3},
        "training": {"epochs": 40}},
    "space": {
        "training.learningRate": {"type": "log", "low": 1e-4, "high": 1.0},
        "training.batchSize": {"type": "choice", "values": [8, 16, 32]},
        "network.hidden": {"type": "choice", "values": [[4], [8, 8]]}},
    "method": {"name": "random"}, "objective": "validationLoss", "trials": TRIALS, "seed": SEED}


def main(hyperlab, folder):
    folder.mkdir(parents=True)
    (folder / "s.hyperlab-study.json").write_text(json.dumps(STUDY))
    program = folder / "study.py"
    subprocess.run(
        shlex.split(hyperlab) + ["code", str(folder / "s.hyperlab-study.json"), "--to", "optuna", "--out", str(program)],
        check=True)
    command = [sys.executable, str(program), "--hyperlab", hyperlab, "--storage", str(folder / "study.journal")]
    logs = [open(folder / f"worker-{worker}.txt", "w") for worker in range(WORKERS)]
    workers = [subprocess.Popen(command, stdout=log, stderr=log) for log in logs]
    while finished(folder) < WORKERS or not running(folder, workers[0]):
        time.sleep(0.1)
    lost = running(folder, workers[0])[0].number
    workers[0].send_signal(signal.SIGKILL)
    print(f"worker 0 (process {workers[0].pid}) was killed in trial {lost}")
    print("exit statuses:", [worker.wait() for worker in workers])
    trials = study(folder).trials
    states = [trial.state.name for trial in trials]
    print("states:", {state: states.count(state) for state in sorted(set(states))})
    assert trials[lost].state == TrialState.RUNNING
    assert states.count("RUNNING") == 1
    assert TRIALS <= len(trials) < TRIALS + WORKERS
    assert len({json.dumps(trial.params, sort_keys=True) for trial in trials}) == len(trials)
    for worker in range(WORKERS):
        count = sum(trial.user_attrs["worker"].endswith(f":{workers[worker].pid}") for trial in trials)
        print(f"worker {worker} ran {count} trials")
    subprocess.run(command + ["--fail-running"], check=True)
    assert study(folder).trials[lost].state == TrialState.FAIL
    best = study(folder).best_trial
    run = folder / "again"
    settings = [f"{key}={value:.12g}" if isinstance(value, float) else f"{key}={value}" for key, value in best.params.items()]
    subprocess.run(
        shlex.split(hyperlab)
        + ["train", str(folder / f"study-trials/trial-{best.number:05d}/trial.hyperlab.json"), "--out", str(run)]
        + [word for setting in settings + [f"seed={SEED + best.number}"] for word in ("--set", setting)],
        check=True, stdout=subprocess.DEVNULL)
    with open(run / "history.csv", newline="") as text:
        again = float(list(csv.DictReader(text))[-1]["validationLoss"])
    print(f"best trial {best.number}: {best.value!r}; trained again: {again!r}")
    assert again == best.value


def study(folder):
    storage = optuna.storages.JournalStorage(JournalFileBackend(str(folder / "study.journal")))
    return optuna.load_study(study_name="workers", storage=storage)


def finished(folder):
    try:
        return sum(trial.state.is_finished() for trial in study(folder).trials)
    except KeyError:
        return 0


def running(folder, worker):
    """The trial that a worker is training now."""
    return [
        trial for trial in study(folder).trials
        if trial.state == TrialState.RUNNING and trial.user_attrs.get("worker", "").endswith(f":{worker.pid}")]


if __name__ == "__main__":
    main(sys.argv[1], pathlib.Path(sys.argv[2]).resolve())
