package hyperlab.playground;

import hyperlab.rule.Checks;
import hyperlab.train.TrainingSettings;

/**
 * Everything that determines a run of a link; {@code hyperlab-playground/1} in files.
 *
 * @param link what the original trains
 * @param epochs passes over the training points, 0 … 1,000,000
 */
public record PlaygroundExperiment(PlaygroundLink link, int epochs) {
    public static final int DEFAULT_EPOCHS = 100;

    public PlaygroundExperiment {
        Checks.wholeWithin("epochs", epochs, 0, TrainingSettings.MAX_EPOCHS);
    }
}
