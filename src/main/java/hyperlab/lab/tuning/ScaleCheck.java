package hyperlab.lab.tuning;

import hyperlab.data.DataSettings;
import hyperlab.data.DataSplitter;
import hyperlab.diagnosis.FeatureScales;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.Experiment;
import hyperlab.ui.concurrent.TaskExecutor;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.jspecify.annotations.Nullable;

/** Measures on a worker how different the scales of a study's features are. FX thread only. */
final class ScaleCheck {
    private final TaskExecutor workers;
    private final Executor window;
    private final ReadOnlyDoubleWrapper ratio = new ReadOnlyDoubleWrapper(this, "ratio", Double.NaN);
    private @Nullable DataSettings measured;

    ScaleCheck(TaskExecutor workers, Executor window) {
        this.workers = workers;
        this.window = window;
    }

    /** The ratio of the largest to the smallest standard deviation of a feature; NaN if it is not known. */
    ReadOnlyDoubleProperty ratioProperty() {
        return ratio.getReadOnlyProperty();
    }

    /** @param experiment the study's experiment; null for a known function */
    void measure(@Nullable Experiment experiment, TrialSource source) {
        DataSettings data = experiment == null ? null : experiment.data();
        if (data != null && data.equals(measured)) {
            return;
        }
        measured = data;
        ratio.set(Double.NaN);
        if (experiment == null || data == null || DataSplitter.isGenerated(data) || data.standardize()) {
            return;
        }
        workers.run("scales", () -> {
            try {
                double found = FeatureScales.of(DataSplitter.loadAndSplit(data, experiment.seed(), source.baseFolder())
                                .train()
                                .features())
                        .scaleRatio();
                window.execute(() -> {
                    if (data.equals(measured)) {
                        ratio.set(found);
                    }
                });
            } catch (InvalidInputException unreadable) {
                // The search reports the error when it starts.
            }
        });
    }
}
