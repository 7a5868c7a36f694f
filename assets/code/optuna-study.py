class TrialFailed(Exception):
    """The process of a trial ended with an error."""


class SeededByTrial(optuna.samplers.BaseSampler):
    """Draws the values of each trial from a random stream of its own, so that workers never draw the same ones."""

    def __init__(self, create):
        self.create = create
        self.sampler = create(SEED)

    def before_trial(self, study, trial):
        self.sampler = self.create((SEED + trial.number) % 2**32)
        self.sampler.before_trial(study, trial)

    def infer_relative_search_space(self, study, trial):
        return self.sampler.infer_relative_search_space(study, trial)

    def sample_relative(self, study, trial, search_space):
        return self.sampler.sample_relative(study, trial, search_space)

    def sample_independent(self, study, trial, name, distribution):
        return self.sampler.sample_independent(study, trial, name, distribution)

    def after_trial(self, study, trial, state, values):
        self.sampler.after_trial(study, trial, state, values)


def suggest(trial, key):
    """The value of a key as text; numbers have twelve digits, as in Hyperlab."""
    distribution = SPACE[key]
    if isinstance(distribution, CategoricalDistribution):
        return trial.suggest_categorical(key, distribution.choices)
    low, high = distribution.low, distribution.high
    if isinstance(distribution, IntDistribution):
        return str(trial.suggest_int(key, low, high))
    value = trial.suggest_float(key, low, high, log=distribution.log)
    return repr(min(max(float(f"{value:.12g}"), low), high))


def objective(trial):
    values = {key: suggest(trial, key) for key in SPACE}
    trial.set_user_attr("worker", f"{socket.gethostname()}:{os.getpid()}")
    return evaluate(trial, values)


def storage(text):
    """A database by its URL, such as postgresql://host/name or sqlite:///file.db; else a journal file."""
    if "://" in text:
        # A trial whose worker is lost is marked as failed by the next worker that notices.
        return optuna.storages.RDBStorage(text, heartbeat_interval=60, grace_period=180)
    return optuna.storages.JournalStorage(JournalFileBackend(text))


def main():
    study = optuna.create_study(
        study_name=arguments.study,
        storage=storage(arguments.storage),
        sampler=sampler(),
        pruner=pruner(),
        direction=DIRECTION,
        load_if_exists=True,
    )
    known = study.user_attrs.get("hyperlab")
    if known is None:
        study.set_user_attr("hyperlab", STUDY)
        study.set_user_attr("sampler", DESCRIPTION)
    elif json.loads(known) != json.loads(STUDY):
        sys.exit(f"{arguments.study} in {arguments.storage} is another study; choose another --study or --storage")
    if arguments.fail_running:
        for trial in study.get_trials(deepcopy=False, states=(TrialState.RUNNING,)):
            study.tell(trial.number, state=TrialState.FAIL)
            print(f"Trial {trial.number} is marked as failed.")
        return

    def begun():
        return len(study.get_trials(deepcopy=False, states=tuple(set(TrialState) - {TrialState.WAITING})))

    def stop_at_limit(study, trial):
        if arguments.trials is None and begun() >= TRIALS:
            study.stop()

    if arguments.trials is not None or begun() < TRIALS:
        study.optimize(objective, n_trials=arguments.trials, catch=(TrialFailed,), callbacks=[stop_at_limit])
    if arguments.csv:
        study.trials_dataframe().to_csv(arguments.csv, index=False)
    if study.get_trials(deepcopy=False, states=(TrialState.COMPLETE,)):
        print(f"Best trial {study.best_trial.number}: {study.best_value}")
        for key, value in study.best_params.items():
            print(f"  {key} = {value}")


def stopped(signal_number, frame):
    """Ends the process on SIGTERM, which Slurm and Kubernetes send first. Optuna then marks the trial as failed."""
    raise KeyboardInterrupt


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, stopped)
    parser = argparse.ArgumentParser(description="Runs trials of a study; any number of workers may share it.")
    parser.add_argument("--trials", type=int, metavar="N", help=f"this worker runs N trials (default: until the study has {TRIALS})")
    parser.add_argument("--study", default=NAME, metavar="NAME", help="the name of the study (default: %(default)s)")
    parser.add_argument("--storage", default=STORAGE, help="a journal file, or the URL of a database (default: %(default)s)")
    parser.add_argument("--csv", metavar="FILE", help="write a table of all trials at the end (needs pandas)")
    parser.add_argument("--fail-running", action="store_true", help="run no trial; mark every trial that counts as running as failed (use it only when no worker is running)")
    add_arguments(parser)
    arguments = parser.parse_args()
    main()
