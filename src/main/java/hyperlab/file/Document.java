package hyperlab.file;

import hyperlab.activation.ActivationSetup;
import hyperlab.batch.BatchSetup;
import hyperlab.cases.Case;
import hyperlab.convolution.ConvolutionSetup;
import hyperlab.descent.DescentSetup;
import hyperlab.playground.PlaygroundExperiment;
import hyperlab.rule.Rules;
import hyperlab.train.Experiment;
import hyperlab.tune.Found;
import hyperlab.tune.Study;
import java.util.List;

/** What a Hyperlab file or picture can hold: enough to bring one lab back to where it was. */
public sealed interface Document {
    /** {@code hyperlab-experiment/1}. */
    record OfExperiment(Experiment experiment) implements Document {}

    /** {@code hyperlab-descent/1}. */
    record OfDescent(DescentSetup setup) implements Document {}

    /** {@code hyperlab-batch/1}. */
    record OfBatch(BatchSetup setup) implements Document {}

    /**
     * {@code hyperlab-study/1}.
     *
     * @param found what is known already of its trials, in the order in which it was found out
     * @param seconds after which a run of it pauses, 0 … {@value #MOST_SECONDS}; 0 for never
     */
    record OfStudy(Study study, List<Found> found, double seconds) implements Document {
        public static final double MOST_SECONDS = 86_400;

        public OfStudy {
            found = List.copyOf(found);
            Rules.within("seconds", seconds, 0, MOST_SECONDS);
        }

        /** One that never pauses by itself. */
        public OfStudy(Study study, List<Found> found) {
            this(study, found, 0);
        }
    }

    /** {@code hyperlab-case/1}. */
    record OfCase(Case subject) implements Document {}

    /** {@code hyperlab-convolution/1}. */
    record OfConvolution(ConvolutionSetup setup) implements Document {}

    /** {@code hyperlab-activation/1}. */
    record OfActivations(ActivationSetup setup) implements Document {}

    /** {@code hyperlab-playground/1}. */
    record OfPlayground(PlaygroundExperiment experiment) implements Document {}

    /**
     * {@code hyperlab-page/1}: where someone reads.
     *
     * @param name of the page, whether or not there is one of that name
     */
    record OfPage(String name) implements Document {}
}
