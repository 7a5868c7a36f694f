package hyperlab.lab.training;

import hyperlab.data.CsvInference;
import hyperlab.lab.training.run.AppliedRemedy;
import hyperlab.lab.training.run.ComparedRun;
import hyperlab.lab.training.run.ComparedRuns;
import hyperlab.lab.training.run.RunController;
import hyperlab.lab.training.run.RunFacts;
import hyperlab.lab.training.run.TrainingViewState;
import hyperlab.lab.training.settings.ExperimentSettings;
import hyperlab.train.Experiment;

/**
 * The effect of standardizing the features of a table: trains the live run again without it, from the same seed, and
 * keeps both runs. FX thread only.
 */
final class ScalingComparison {
    private final ExperimentSettings settings;
    private final ComparedRuns runs;
    private final RunController controller;

    ScalingComparison(ExperimentSettings settings, ComparedRuns runs, RunController controller) {
        this.settings = settings;
        this.runs = runs;
        this.controller = controller;
    }

    /** Whether the live run trains on a table whose features are standardized and had different scales. */
    boolean applies(TrainingViewState state) {
        RunFacts facts = state.facts();
        return facts != null
                && state.experiment().data().csv() != null
                && state.experiment().data().standardize()
                && facts.scaleRatioBefore() >= CsvInference.MIN_SCALE_RATIO;
    }

    /** Trains the live run's settings without standardizing. The live run is pinned, so that it stays. */
    void trainWithout() {
        ComparedRun live = runs.live();
        Experiment with = live.experiment();
        AppliedRemedy without = AppliedRemedy.of(
                settings, with, with.withData(with.data().withStandardize(false)));
        if (without == null) {
            return;
        }
        if (!live.pinned()) {
            runs.pin(live.id(), true);
        }
        runs.compareWith(live.id());
        controller.applyRemedy(without);
    }
}
