package hyperlab.map;

import hyperlab.descent.DescentSetup;
import hyperlab.train.Experiment;

/** What is trained for each pixel of a map. */
public sealed interface MapSubject {
    /** The largest number of epochs or steps of a run, as the subject has it. */
    int epochs();

    <R> R accept(Visitor<R> visitor);

    /**
     * One result for each kind of subject.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {
        R visit(OfExperiment of);

        R visit(OfDescent of);

        R visit(OfMeanField of);
    }

    /** A training run of a network; the axes set keys of the experiment. */
    record OfExperiment(Experiment experiment) implements MapSubject {
        @Override
        public int epochs() {
            return experiment.training().epochs();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * A descent of the first run in {@code setup}, where one step counts as one epoch; the axes set keys such as
     * {@code learningRate}, {@code optimizer.momentum}, {@code start.x} or {@code parameters.curvature}.
     */
    record OfDescent(DescentSetup setup) implements MapSubject {
        @Override
        public int epochs() {
            return setup.steps();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * Full-batch gradient descent on the network of Sohl-Dickstein (2024), where one step counts as one epoch; the axes
     * set {@code layerRates.0}, {@code layerRates.1}, {@code steps} or {@code seed}.
     */
    record OfMeanField(MeanFieldNetwork network) implements MapSubject {
        @Override
        public int epochs() {
            return network.steps();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }
}
