"""Writes the journals and the table next to it with Optuna 4:

    /usr/bin/python3 make.py

other.journal and other.csv are a study of a program that knows nothing of Hyperlab: its parameters have all kinds of
distributions, one of them only some trials have, and its trials have all states. expected.json has what Optuna itself
says about them. several.journal has two studies, objectives.journal one with two objectives. workers.journal was written
by the program of ../../code/workers.py, when three workers had ended and one was killed.
"""

import json
import pathlib

import optuna
from optuna.storages.journal import JournalFileBackend
from optuna.trial import TrialState

HERE = pathlib.Path(__file__).resolve().parent


def journal(name):
    path = HERE / name
    path.unlink(missing_ok=True)
    return optuna.storages.JournalStorage(JournalFileBackend(str(path)))


def objective(trial):
    lr = trial.suggest_float("lr", 1e-5, 1e-1, log=True)
    width = trial.suggest_int("width", 16, 64, step=16)
    optimizer = trial.suggest_categorical("optimizer", ["adam", "sgd"])
    dropout = trial.suggest_float("dropout", 0.0, 0.5)
    nesterov = trial.suggest_categorical("nesterov", [True, False])
    if optimizer == "sgd":
        trial.suggest_float("momentum", 0.0, 0.99)
    if trial.number == 5:
        raise ValueError("no such file")
    score = 1 - abs(width - 32) / 64 - dropout / 4 - (lr - 1e-3) ** 2 + 0.01 * nesterov
    for step in range(1, 4):
        trial.report(score - 1 / step, step)
        if trial.number % 4 == 2 and step == 2:
            raise optuna.TrialPruned()
    return score


def main():
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    study = optuna.create_study(
        study_name="other", storage=journal("other.journal"), direction="maximize", sampler=optuna.samplers.TPESampler(seed=1))
    study.optimize(objective, n_trials=14, catch=(ValueError,))
    running = study.ask()
    for name, distribution in study.trials[0].distributions.items():
        if name != "momentum":
            running._suggest(name, distribution)
    study.enqueue_trial({"lr": 0.01})
    study.trials_dataframe().to_csv(HERE / "other.csv")
    (HERE / "expected.json").write_text(json.dumps({
        "best": study.best_trial.number,
        "bestValue": study.best_value,
        "trials": [
            {"number": trial.number, "state": trial.state.name, "value": trial.value, "params": trial.params,
             "intermediate": sorted(trial.intermediate_values.items())}
            for trial in study.trials],
    }, indent=1) + "\n")
    storage = journal("several.journal")
    for name in ("first", "second"):
        optuna.create_study(study_name=name, storage=storage).optimize(
            lambda trial: trial.suggest_float("x", -1, 1) ** 2, n_trials=3)
    both = optuna.create_study(study_name="both", storage=journal("objectives.journal"), directions=["minimize", "maximize"])
    both.optimize(lambda trial: (trial.suggest_float("x", -1, 1), 0), n_trials=2)


if __name__ == "__main__":
    main()
