package hyperlab.app.tuning;

import hyperlab.app.concurrent.TaskExecutor;
import hyperlab.app.concurrent.StudyRunner;
import hyperlab.chart.TuningChartModels;
import hyperlab.tune.Repeats;
import hyperlab.tune.Study;
import hyperlab.tune.TrialRow;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;

/** Reruns the best trials of a study on workers, each with several random seeds. FX thread only. */
final class BestTrialRepeats {
    private static final int TRIAL_COUNT = 5;
    private static final int SEEDS = 10;
    private static final double MAX_TRAINING_PROGRESS = 0.99;

    private final TaskExecutor workers;
    private final StudyRunner<Repeats.Repeated> run;

    BestTrialRepeats(TaskExecutor workers, Executor window) {
        this.workers = workers;
        run = new StudyRunner<>("repeats", workers, window);
    }

    ReadOnlyObjectProperty<StudyRunner.StudyStatus<Repeats.Repeated>> found() {
        return run.found();
    }

    /** Clears the results if they belong to another study. */
    void setStudy(Study study) {
        run.setSubject(study);
    }

    /** @param rows the study's trials, the best of which are rerun */
    void start(Study study, List<TrialRow> rows, TrialSource subject) {
        List<TrialRow> best =
                TuningChartModels.ranked(study, rows).stream().limit(TRIAL_COUNT).toList();
        Repeats repeats = new Repeats(study, best, SEEDS);
        run.start((listener, stopped) -> listener.resultsChanged(
                repeats.run(
                        subject::trials,
                        task -> workers.run("repeat", task),
                        study.parallel(),
                        done -> listener.resultsChanged(List.of(), MAX_TRAINING_PROGRESS * done / repeats.trainings()),
                        stopped),
                stopped.getAsBoolean() ? 0 : 1));
    }

    void stop() {
        run.stop();
    }
}
