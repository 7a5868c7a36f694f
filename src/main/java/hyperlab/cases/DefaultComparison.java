package hyperlab.cases;

import hyperlab.data.DataSettings;
import hyperlab.data.DataSplitter;
import hyperlab.nn.Evaluation;
import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.Experiment;
import hyperlab.train.SeededExperiments;
import hyperlab.train.TrainingOutcome;
import hyperlab.train.TrainingRun;
import hyperlab.tune.PairedComparison;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TuningObjective;
import hyperlab.tune.TuningStudy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The default experiment of a study and its best trial under the same seeds, none of which a trial of the study used.
 * Run k of both uses the seed {@code firstSeed} + k (of an ensemble of m networks, + k·m).
 *
 * @param trial the number of the best trial
 * @param firstSeed the seed of the first pair
 * @param evidence how the evaluated rows relate to the choice of the trial
 * @param test whether the rows are the test part; otherwise they are the validation part
 * @param standard the values of the default experiment, one per seed; NaN if the run diverged
 * @param best the values of the best trial under the same seeds
 */
public record DefaultComparison(
        int trial, long firstSeed, Evidence evidence, boolean test, List<Double> standard, List<Double> best) {
    /** How the rows on which both are evaluated relate to the choice of the best trial. */
    public enum Evidence {
        /** Every seed draws data of its own: the study has not seen these rows. */
        NEW("new"),
        /** Rows that are held out regardless of the seed, and that took no part in the choice. */
        HELD_OUT("heldOut"),
        /** Rows on which trials of the study were trained or evaluated, which favors the trial that did best there. */
        SEEN("seen");

        private final String fileName;

        Evidence(String fileName) {
            this.fileName = fileName;
        }

        /** The name in files. */
        public String fileName() {
            return fileName;
        }
    }

    public DefaultComparison {
        standard = List.copyOf(standard);
        best = List.copyOf(best);
        Checks.wholeWithin("trial", trial, 0, TuningStudy.MAX_TRIALS - 1);
        if (standard.size() != best.size()) {
            throw new InvalidInputException("best", Rule.SCORES_AS_MANY_AS, "default", standard.size(), best.size());
        }
    }

    /** Number of seeds. */
    public int seeds() {
        return standard.size();
    }

    /** Compares the best trial with the default, seed by seed. */
    public PairedComparison comparison(TuningObjective objective) {
        return PairedComparison.of(array(standard), array(best), objective.isLargerBetter());
    }

    /** The values as a new array. */
    public static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * The runs of such a comparison, before they start.
     *
     * @param trial the number of the best trial
     * @param objective the quantity of the study; for the training loss, the loss on the evaluated rows
     * @param standard the default experiment with the first seed
     * @param tuned the best trial with the same seed
     * @param evidence how the evaluated rows relate to the choice
     * @param seeds number of pairs
     */
    public record Plan(
            int trial, TuningObjective objective, Experiment standard, Experiment tuned, Evidence evidence, int seeds) {
        /**
         * Plans the comparison of a study's best trial.
         *
         * @param study a study of an experiment
         * @param settings returns an experiment with the values of some keys set
         * @param seeds 2 … {@link SeededExperiments#MAX_SEEDS}
         * @throws InvalidInputException if the best trial changes nothing, or predicts other data than the default
         */
        public static Plan of(
                TuningStudy study,
                TrialRecord best,
                BiFunction<Experiment, Map<String, String>, Experiment> settings,
                int seeds) {
            return of(study, best, settings, seeds, 0);
        }

        /**
         * Plans the same for a trial that was chosen by repeats.
         *
         * @param usedSeeds number of seeds after those of the trials that the repeats used; the comparison uses none of
         *     them, because the trial was chosen for doing well under them
         */
        public static Plan of(
                TuningStudy study,
                TrialRecord best,
                BiFunction<Experiment, Map<String, String>, Experiment> settings,
                int seeds,
                int usedSeeds) {
            Checks.wholeWithin("seeds", seeds, 2, SeededExperiments.MAX_SEEDS);
            Experiment base = study.experiment();
            if (base == null) {
                throw new InvalidInputException("study.experiment", Rule.CASE_NEEDS_DATA);
            }
            Experiment changed = settings.apply(base, best.values());
            long networks = Math.max(base.ensemble(), changed.ensemble());
            long first = study.seed() + study.trials() + usedSeeds * networks + networks - 1;
            Experiment standard = base.withSeed(first);
            Experiment tuned = changed.withSeed(first);
            if (tuned.equals(standard)) {
                throw new InvalidInputException("study", Rule.NOTHING_TUNED);
            }
            if (!tuned.data().withStandardize(standard.data().standardize()).equals(standard.data())) {
                throw new InvalidInputException("study.space", Rule.SAME_TEST_ROWS);
            }
            return new Plan(best.trial(), study.objective(), standard, tuned, evidence(base.data()), seeds);
        }

        private static Evidence evidence(DataSettings data) {
            if (DataSplitter.isGenerated(data)) {
                return Evidence.NEW;
            }
            boolean fixed = data.splitSettings().splitSeed() != null;
            return fixed && data.splitSettings().testFraction() > 0 ? Evidence.HELD_OUT : Evidence.SEEN;
        }

        /**
         * Whether a comparison has the runs of this plan: of the same trial, under the same seeds, on the same rows.
         */
        public boolean isAnsweredBy(DefaultComparison comparison) {
            return comparison.trial() == trial
                    && comparison.firstSeed() == standard.seed()
                    && comparison.seeds() == seeds
                    && comparison.evidence() == evidence
                    && comparison.test() == test();
        }

        /** Whether the test part is evaluated; without one, it is the validation part. */
        public boolean test() {
            return standard.data().splitSettings().testFraction() > 0;
        }

        /**
         * The runs.
         *
         * @param runFactory creates the run of an experiment; called on any thread
         * @param threads maximum number of simultaneous runs
         * @param executor runs the work of all threads but the first
         */
        public PairedSeedStudy study(Function<Experiment, TrainingRun> runFactory, int threads, Executor executor) {
            return new PairedSeedStudy(List.of(standard, tuned), seeds, this::value, runFactory, threads, executor);
        }

        private double value(TrainingRun run) {
            if (run.outcome() instanceof TrainingOutcome.Diverged) {
                return Double.NaN;
            }
            Evaluation evaluation = (test() ? EvaluationData.TEST : EvaluationData.VALIDATION).of(run);
            return objective == TuningObjective.VALIDATION_ACCURACY ? evaluation.accuracy() : evaluation.loss();
        }

        /** The comparison over the seeds under which both runs have ended. */
        public DefaultComparison result(List<PairedSeedStudy.SeedScore> scores) {
            return new DefaultComparison(
                    trial,
                    standard.seed(),
                    evidence,
                    test(),
                    list(PairedSeedStudy.values(scores, 0, 2)),
                    list(PairedSeedStudy.values(scores, 1, 2)));
        }

        private static List<Double> list(double... values) {
            return java.util.Arrays.stream(values).boxed().toList();
        }
    }
}
