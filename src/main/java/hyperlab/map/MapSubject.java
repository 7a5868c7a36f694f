package hyperlab.map;

import hyperlab.descent.DescentSetup;
import hyperlab.train.Experiment;

/** What is trained for each pixel of a map. */
public sealed interface MapSubject {
    /** A training run of a network; the axes set keys of the experiment. */
    record OfExperiment(Experiment experiment) implements MapSubject {}

    /**
     * A descent of the first run in {@code setup}, where one step counts as one epoch; the axes set keys such as
     * {@code learningRate}, {@code optimizer.momentum}, {@code start.x} or {@code parameters.curvature}.
     */
    record OfDescent(DescentSetup setup) implements MapSubject {}

    /**
     * Full-batch gradient descent on the network of Sohl-Dickstein (2024), where one step counts as one epoch; the axes
     * set {@code layerRates.0}, {@code layerRates.1}, {@code steps} or {@code seed}.
     */
    record OfMeanField(MeanFieldNetwork network) implements MapSubject {}

    /** The largest number of epochs or steps of a run, as the subject has it. */
    default int epochs() {
        if (this instanceof OfExperiment trained) {
            return trained.experiment().training().epochs();
        }
        if (this instanceof OfDescent descent) {
            return descent.setup().steps();
        }
        return ((OfMeanField) this).network().steps();
    }
}
