def history(command, folder):
    """Runs a process and yields each row of the history that it prints, as a dictionary."""
    errors = folder / "errors.txt"
    header = []
    with open(errors, "w", encoding="utf-8") as log:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True, encoding="utf-8")
        try:
            for line in process.stdout:
                cells = line.rstrip("\n").split(",")
                if cells[0] == "epoch":
                    header = cells
                elif cells[0].isdigit() and len(cells) == len(header):
                    yield dict(zip(header, cells))
            process.wait()
        finally:
            if process.poll() is None:
                process.terminate()
                process.wait()
    check(process.returncode, errors)


def check(status, errors):
    if status != 0:
        lines = errors.read_text(encoding="utf-8").strip().splitlines()
        raise TrialFailed(lines[-1] if lines else f"exit status {status}")


def number(text):
    return float(text) if text else math.nan


def best_row(rows, patience):
    """The row whose value counts: the latest, or with early stopping the one with the lowest validation loss."""
    if patience == 0:
        return rows[-1]
    return min(rows, key=lambda row: (number(row["validationLoss"]), int(row["epoch"])))


def setting(experiment, values, section, key):
    text = values.get(f"{section}.{key}")
    return experiment[section][key] if text is None else json.loads(text)


def evaluate(trial, values):
    """Trains one trial in a process and returns its value."""
    folder = arguments.runs / f"trial-{trial.number:05d}"
    folder.mkdir(parents=True, exist_ok=True)
    experiment = json.loads(STUDY)["experiment"]
    if "file" in experiment["data"]:
        experiment["data"]["file"] = str((HERE / experiment["data"]["file"]).resolve())
    file = folder / "trial.hyperlab.json"
    file.write_text(json.dumps(experiment, indent=2), encoding="utf-8")
    if "seed" not in SPACE:
        values = {"seed": str(json.loads(STUDY)["seed"] + trial.number), **values}
    trial.set_user_attr("seed", int(values["seed"]))
    settings = [word for key, value in values.items() for word in ("--set", f"{key}={value}")]
    hyperlab = shlex.split(arguments.hyperlab)
    if arguments.train_with == "pytorch":
        program = folder / "train.py"
        with open(folder / "errors.txt", "w", encoding="utf-8") as log:
            written = subprocess.run(
                hyperlab + ["code", str(file), "--to", "pytorch", "--out", str(program)] + settings,
                stdout=subprocess.DEVNULL,
                stderr=log,
            )
        check(written.returncode, folder / "errors.txt")
        command = [sys.executable, "-u", str(program)]
    else:
        command = hyperlab + ["train", str(file), "--history", "--out", str(folder / "run")] + settings
    patience = setting(experiment, values, "training", "patience")
    rows = []
    started = time.monotonic()
    processed = history(command, folder)
    for row in processed:
        rows.append(row)
        if PRUNES and int(row["epoch"]) > 0:
            trial.report(number(best_row(rows, patience)[OBJECTIVE]), int(row["epoch"]))
            if trial.should_prune():
                processed.close()
                note(trial, "pruned", rows, started)
                raise optuna.TrialPruned()
    if arguments.train_with == "hyperlab":
        outcome = json.loads((folder / "run" / "outcome.json").read_text(encoding="utf-8"))["outcome"]
        with open(folder / "run" / "history.csv", encoding="utf-8", newline="") as text:
            rows = list(csv.DictReader(text))
    elif not rows:
        raise TrialFailed("no row of the history was printed")
    else:
        last = int(rows[-1]["epoch"])
        waited = last - int(best_row(rows, patience)["epoch"])
        complete = last >= setting(experiment, values, "training", "epochs") or 0 < patience <= waited
        outcome = "completed" if complete else "diverged"
    value = number(best_row(rows, patience)[OBJECTIVE])
    if outcome == "stopped":
        raise TrialFailed("the training was stopped")
    if outcome == "diverged" or not math.isfinite(value):
        note(trial, "diverged", rows, started)
        if arguments.diverged == "prune":
            raise optuna.TrialPruned()
        return float(arguments.diverged)
    note(trial, outcome, rows, started)
    return value


def note(trial, outcome, rows, started):
    trial.set_user_attr("epochs", int(rows[-1]["epoch"]))
    trial.set_user_attr("seconds", round(time.monotonic() - started, 3))
    trial.set_user_attr("outcome", outcome)


def number_or_prune(text):
    return text if text == "prune" else repr(float(text))


def add_arguments(parser):
    parser.add_argument("--hyperlab", default="hyperlab", metavar="COMMAND", help="the command that starts Hyperlab (default: %(default)s)")
    parser.add_argument("--with", dest="train_with", choices=["hyperlab", "pytorch"], default=TRAIN_WITH, help="what trains the trials (default: %(default)s)")
    parser.add_argument("--runs", type=pathlib.Path, default=HERE / f"{HERE_NAME}-trials", metavar="DIR", help="the folder for the files of the trials (default: %(default)s)")
    parser.add_argument("--diverged", type=number_or_prune, default="prune", metavar="VALUE", help="the value of a trial that diverges; prune gives it none (default: %(default)s)")
