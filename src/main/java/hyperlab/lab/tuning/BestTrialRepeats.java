package hyperlab.lab.tuning;

import hyperlab.tune.TrialRecord;
import hyperlab.tune.TrialReplication;
import hyperlab.tune.TuningStudy;
import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.concurrent.TaskExecutor;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;

/** Reruns the best trials of a study on workers, each with several random seeds. FX thread only. */
final class BestTrialRepeats {
    private static final int TRIAL_COUNT = 5;
    static final int SEEDS = 10;
    private static final double MAX_TRAINING_PROGRESS = 0.99;

    private final TaskExecutor workers;
    private final StudyRunner<TrialReplication.ReplicatedTrial> run;

    BestTrialRepeats(TaskExecutor workers, Executor window) {
        this.workers = workers;
        run = new StudyRunner<TrialReplication.ReplicatedTrial>("repeats", workers, window)
                .remembering(TrialCache.MAX_STUDIES);
    }

    ReadOnlyObjectProperty<StudyRunner.StudyStatus<TrialReplication.ReplicatedTrial>> statusProperty() {
        return run.statusProperty();
    }

    /** The repeated trials; empty until all of them have run. */
    List<TrialReplication.ReplicatedTrial> trials() {
        return run.statusProperty().get().results();
    }

    /** Shows the results of this study, or none. */
    void setStudy(TuningStudy study) {
        run.setSubject(study);
    }

    /** Forgets the results of the current study. */
    void clear() {
        run.clear();
    }

    /** @param rows the study's trials, the best of which are rerun */
    void start(TuningStudy study, List<TrialRecord> rows, TrialSource subject) {
        List<TrialRecord> best = study.ranked(rows).stream().limit(TRIAL_COUNT).toList();
        TrialReplication repeats = new TrialReplication(study, best, SEEDS);
        run.start((listener, stopped) -> listener.resultsChanged(
                repeats.run(
                        subject::trials,
                        task -> workers.run("repeat", task),
                        study.parallel(),
                        done -> listener.resultsChanged(List.of(), MAX_TRAINING_PROGRESS * done / repeats.runCount()),
                        stopped),
                stopped.getAsBoolean() ? 0 : 1));
    }

    void stop() {
        run.stop();
    }
}
