package hyperlab.file;

import hyperlab.activation.ActivationLabSettings;
import hyperlab.batch.BatchSetup;
import hyperlab.cases.Case;
import hyperlab.convolution.ConvolutionLabSettings;
import hyperlab.descent.DescentSetup;
import hyperlab.map.MapDisplay;
import hyperlab.map.MapSpecification;
import hyperlab.playground.PlaygroundExperiment;
import hyperlab.rule.Checks;
import hyperlab.train.Experiment;
import hyperlab.tune.JournalEntry;
import hyperlab.tune.TuningStudy;
import java.util.List;

/** The contents of a Hyperlab file or picture: everything needed to restore the state of one lab. */
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
     * @param results the known results of its trials, in the order in which they were found
     * @param seconds time limit in seconds after which a run pauses, 0 … {@value #MAX_SECONDS}; 0 for no limit
     */
    record OfStudy(TuningStudy study, List<JournalEntry> results, double seconds) implements Document {
        public static final double MAX_SECONDS = 86_400;

        public OfStudy {
            results = List.copyOf(results);
            Checks.within("seconds", seconds, 0, MAX_SECONDS);
        }

        /** A study without a time limit. */
        public OfStudy(TuningStudy study, List<JournalEntry> found) {
            this(study, found, 0);
        }
    }

    /** {@code hyperlab-case/1}. */
    record OfCase(Case subject) implements Document {}

    /** {@code hyperlab-convolution/1}. */
    record OfConvolution(ConvolutionLabSettings setup) implements Document {}

    /** {@code hyperlab-activation/1}. */
    record OfActivations(ActivationLabSettings setup) implements Document {}

    /** {@code hyperlab-playground/1}. */
    record OfPlayground(PlaygroundExperiment experiment) implements Document {}

    /** {@code hyperlab-map/1}. */
    record OfMap(MapSpecification map, MapDisplay display) implements Document {
        /** A map with the default display. */
        public OfMap(MapSpecification map) {
            this(map, MapDisplay.DEFAULT);
        }
    }

    /**
     * {@code hyperlab-page/1}: the open page of the Learn lab.
     *
     * @param name name of the page; a page with that name need not exist
     */
    record OfPage(String name) implements Document {}
}
