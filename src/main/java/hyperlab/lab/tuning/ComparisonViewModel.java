package hyperlab.lab.tuning;

import hyperlab.cases.DefaultComparison;
import hyperlab.cases.PairedSeedStudy;
import hyperlab.data.DataSet;
import hyperlab.data.DataSplitter;
import hyperlab.file.ExperimentOverrides;
import hyperlab.file.RunLoader;
import hyperlab.lab.tuning.ComparisonStatus.ComparisonPhase;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TuningStudy;
import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.concurrent.TaskExecutor;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Trains a study's default and its best trial under the same seeds on workers. FX thread only. */
final class ComparisonViewModel {
    static final int SEEDS = 10;

    private final TaskExecutor workers;
    private final Executor window;
    private final Consumer<InvalidInputException> errorHandler;
    private final StudyRunner<PairedSeedStudy.SeedScore> run;
    private final ReadOnlyObjectWrapper<ComparisonStatus> status =
            new ReadOnlyObjectWrapper<>(this, "status", ComparisonStatus.of(ComparisonPhase.NO_TRIAL));
    private DefaultComparison.@Nullable Plan plan;
    private @Nullable DefaultComparison known;
    private @Nullable Object shown;

    ComparisonViewModel(TaskExecutor workers, Executor window, Consumer<InvalidInputException> errorHandler) {
        this.workers = workers;
        this.window = window;
        this.errorHandler = errorHandler;
        run = new StudyRunner<>("default", workers, window);
        run.statusProperty().addListener((observed, before, now) -> acceptScores(now));
    }

    ReadOnlyObjectProperty<ComparisonStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** The completed comparison of the current best trial; null if there is none. */
    @Nullable
    DefaultComparison result() {
        return status.get().phase() == ComparisonPhase.DONE ? status.get().comparison() : null;
    }

    /**
     * Shows another study, without a best trial yet.
     *
     * @param restored its comparison from before; null for none
     */
    void setStudy(@Nullable DefaultComparison restored) {
        known = restored;
        plan = null;
        shown = null;
        run.setSubject(new Object());
    }

    /**
     * Follows the search: a comparison of another best trial is not shown.
     *
     * @param usedSeeds number of seeds beyond those of the trials that took part in the choice of the best one
     */
    void setBest(TuningStudy study, Optional<TrialRecord> best, int usedSeeds) {
        Object subject = List.of(study, best, usedSeeds);
        if (subject.equals(shown)) {
            return;
        }
        shown = subject;
        ComparisonPhase phase = study.function() != null ? ComparisonPhase.FUNCTION : ComparisonPhase.NO_TRIAL;
        plan = null;
        if (study.function() == null && best.isPresent()) {
            try {
                plan = DefaultComparison.Plan.of(study, best.get(), ExperimentOverrides::with, SEEDS, usedSeeds);
                phase = ComparisonPhase.READY;
            } catch (InvalidInputException error) {
                phase = error.rule() == Rule.NOTHING_TUNED ? ComparisonPhase.SAME : ComparisonPhase.OTHER_DATA;
            }
        }
        run.setSubject(subject);
        DefaultComparison before = known;
        boolean valid = plan != null && before != null && plan.isAnsweredBy(before);
        status.set(valid ? new ComparisonStatus(ComparisonPhase.DONE, 1, before) : ComparisonStatus.of(phase));
    }

    /** @param threads maximum number of simultaneous runs */
    void start(TrialSource source, int threads) {
        DefaultComparison.Plan planned = plan;
        if (planned == null) {
            return;
        }
        run.start((listener, cancelled) -> {
            try {
                RunLoader loader = new RunLoader(source.baseFolder());
                DataSet rows =
                        DataSplitter.isGenerated(planned.standard().data()) ? null : loader.data(planned.standard());
                planned.study(
                                experiment -> rows == null ? loader.open(experiment) : loader.open(experiment, rows),
                                threads,
                                task -> workers.run("default", task))
                        .run(listener, cancelled);
            } catch (InvalidInputException error) {
                window.execute(() -> errorHandler.accept(error));
            }
        });
    }

    void stop() {
        run.stop();
    }

    private void acceptScores(StudyRunner.StudyStatus<PairedSeedStudy.SeedScore> now) {
        DefaultComparison.Plan planned = plan;
        if (planned == null || now.state() == StudyRunner.StudyState.NONE) {
            return;
        }
        DefaultComparison pairs = planned.result(now.results());
        ComparisonPhase phase = switch (now.state()) {
            case NONE -> ComparisonPhase.READY;
            case RUNNING -> ComparisonPhase.RUNNING;
            case STOPPED -> ComparisonPhase.STOPPED;
            case DONE -> ComparisonPhase.DONE;
        };
        known = phase == ComparisonPhase.DONE ? pairs : null;
        status.set(new ComparisonStatus(phase, now.share(), pairs.seeds() == 0 ? null : pairs));
    }
}
