package hyperlab.file;

import hyperlab.activation.ActivationLabSettings;
import hyperlab.batch.BatchSetup;
import hyperlab.cases.Case;
import hyperlab.cases.DefaultComparison;
import hyperlab.cases.MapCase;
import hyperlab.convolution.ConvolutionLabSettings;
import hyperlab.descent.DescentSetup;
import hyperlab.log.TrainingLog;
import hyperlab.map.MapDisplay;
import hyperlab.map.MapSpecification;
import hyperlab.playground.PlaygroundExperiment;
import hyperlab.rule.Checks;
import hyperlab.train.Experiment;
import hyperlab.tune.JournalEntry;
import hyperlab.tune.TrialCurve;
import hyperlab.tune.TuningStudy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The contents of a Hyperlab file or picture: everything needed to restore the state of one lab. */
public sealed interface Document {
    <R> R accept(Visitor<R> visitor);

    /**
     * One result for each kind of document.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {
        R visit(OfExperiment of);

        R visit(OfDescent of);

        R visit(OfBatch of);

        R visit(OfStudy of);

        R visit(OfCase of);

        R visit(OfMapCase of);

        R visit(OfConvolution of);

        R visit(OfActivations of);

        R visit(OfPlayground of);

        R visit(OfLog of);

        R visit(OfMap of);

        R visit(OfPage of);
    }

    /** {@code hyperlab-experiment/1}. */
    record OfExperiment(Experiment experiment) implements Document {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code hyperlab-descent/1}. */
    record OfDescent(DescentSetup setup) implements Document {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code hyperlab-batch/1}. */
    record OfBatch(BatchSetup setup) implements Document {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * {@code hyperlab-study/1}.
     *
     * @param results the known results of its trials, in the order in which they were found
     * @param seconds time limit in seconds after which a run pauses, 0 … {@value #MAX_SECONDS}; 0 for no limit
     * @param comparison its best trial and the default under the same seeds; null if they have not been compared
     * @param curves the objective by epoch of trials that were trained here, by their numbers
     */
    record OfStudy(
            TuningStudy study,
            List<JournalEntry> results,
            double seconds,
            @Nullable DefaultComparison comparison,
            Map<Integer, TrialCurve> curves)
            implements Document {
        public static final double MAX_SECONDS = 86_400;

        public OfStudy {
            results = List.copyOf(results);
            curves = Map.copyOf(curves);
            Checks.within("seconds", seconds, 0, MAX_SECONDS);
        }

        /** A study without curves. */
        public OfStudy(
                TuningStudy study, List<JournalEntry> found, double seconds, @Nullable DefaultComparison comparison) {
            this(study, found, seconds, comparison, Map.of());
        }

        /** A study without a comparison and without curves. */
        public OfStudy(TuningStudy study, List<JournalEntry> found, double seconds) {
            this(study, found, seconds, null);
        }

        /** A study without a time limit, a comparison and curves. */
        public OfStudy(TuningStudy study, List<JournalEntry> found) {
            this(study, found, 0);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code hyperlab-case/1} with a study. */
    record OfCase(Case subject) implements Document {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code hyperlab-case/1} with a map. */
    record OfMapCase(MapCase subject) implements Document {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code hyperlab-convolution/1}. */
    record OfConvolution(ConvolutionLabSettings setup) implements Document {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code hyperlab-activation/1}. */
    record OfActivations(ActivationLabSettings setup) implements Document {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code hyperlab-playground/1}. */
    record OfPlayground(PlaygroundExperiment experiment) implements Document {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code hyperlab-log/1}. */
    record OfLog(TrainingLog log) implements Document {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code hyperlab-map/1}. */
    record OfMap(MapSpecification map, MapDisplay display) implements Document {
        /** A map with the default display. */
        public OfMap(MapSpecification map) {
            this(map, MapDisplay.DEFAULT);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * {@code hyperlab-page/1}: the open page of the Learn lab.
     *
     * @param name name of the page; a page with that name need not exist
     */
    record OfPage(String name) implements Document {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }
}
