package hyperlab.activation;

import hyperlab.data.DataSet;
import hyperlab.diagnosis.LayerReport;
import hyperlab.diagnosis.NetworkReport;
import hyperlab.diagnosis.RowSampler;
import hyperlab.diagnosis.UnitActivity;
import hyperlab.nn.Activation;
import hyperlab.nn.NetworkProbe;
import hyperlab.random.RandomStream;
import hyperlab.train.IncrementalStudy;
import hyperlab.train.Quantiles;
import hyperlab.train.TrainingRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;

/**
 * Dead units as a function of the learning rate. Trains networks with ReLU and the same networks with Leaky ReLU at
 * learning rates that increase by factors of √2 up to the given one, and then examines their units on up to
 * {@value #MAX_ROWS} training rows. {@link UnitActivity} defines dead and one-sided units.
 *
 * @param settings data, network and training; its learning rate is the largest one
 * @param slope negative slope of Leaky ReLU
 * @param seed of the first training for each rate and function; later ones use consecutive seeds
 * @param threads maximum number of trainings that run at the same time
 * @param executor provides the threads in addition to the calling thread
 */
public record DeadUnitsStudy(
        ActivationTrainingSettings settings, double slope, long seed, int threads, Executor executor)
        implements IncrementalStudy<DeadUnitsStudy.DeadUnitsResult> {
    /** The number of learning rates. */
    public static final int RATE_COUNT = 9;

    private static final int MAX_ROWS = 512;
    private static final String STREAM = "dead";

    /**
     * The results at one learning rate. Diverged trainings are counted separately and are excluded from all other
     * values.
     *
     * @param rate learning rate η
     * @param deadShare share of all ReLU units that output 0 for every row; NaN if all trainings have diverged
     * @param oneSidedShare share of all Leaky ReLU units that are on their negative side for every row but still learn
     * @param reluAccuracy accuracy on the validation data; NaN for regression
     * @param leakyAccuracy accuracy on the validation data; NaN for regression
     * @param reluLoss loss on the validation data
     * @param leakyLoss loss on the validation data
     * @param reluDiverged number of diverged ReLU trainings
     * @param leakyDiverged number of diverged Leaky ReLU trainings
     */
    public record DeadUnitsResult(
            double rate,
            Quantiles deadShare,
            Quantiles oneSidedShare,
            Quantiles reluAccuracy,
            Quantiles leakyAccuracy,
            Quantiles reluLoss,
            Quantiles leakyLoss,
            int reluDiverged,
            int leakyDiverged) {}

    /** The learning rate with index 0 … {@value #RATE_COUNT} − 1, in ascending order. */
    public static double rateAt(double largest, int rateIndex) {
        return largest * Math.pow(2, (rateIndex - (RATE_COUNT - 1)) / 2.0);
    }

    @Override
    public void run(PartialResultsListener<DeadUnitsResult> listener, BooleanSupplier cancelled) {
        List<Activation> functions = List.of(new Activation.Relu(), new Activation.LeakyRelu(slope));
        List<DeadUnitsResult> results = new ArrayList<>();
        for (int rateIndex = 0; rateIndex < RATE_COUNT; rateIndex++) {
            double rate = rateAt(settings.learningRate(), rateIndex);
            ParallelTrainings runs =
                    new ParallelTrainings(settings.withLearningRate(rate), functions, seed, threads, executor);
            for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
                runs.trainEpoch(cancelled);
                if (cancelled.getAsBoolean()) {
                    return;
                }
                if (epoch == settings.epochs()) {
                    results.add(result(rate, runs));
                }
                listener.resultsChanged(
                        List.copyOf(results), (rateIndex + (double) epoch / settings.epochs()) / RATE_COUNT);
            }
        }
    }

    private DeadUnitsResult result(double rate, ParallelTrainings runs) {
        return new DeadUnitsResult(
                rate,
                finiteSpread(unitShare(runs, 0, UnitActivity::deadCount)),
                finiteSpread(unitShare(runs, 1, UnitActivity::oneSidedCount)),
                finiteSpread(runs.values(0, run -> run.report().validationAccuracy())),
                finiteSpread(runs.values(1, run -> run.report().validationAccuracy())),
                finiteSpread(runs.values(0, run -> run.report().validationLoss())),
                finiteSpread(runs.values(1, run -> run.report().validationLoss())),
                runs.countDiverged(0),
                runs.countDiverged(1));
    }

    private double[] unitShare(ParallelTrainings runs, int function, ToIntFunction<UnitActivity> count) {
        return runs.values(function, run -> unitShare(run, count));
    }

    /** The share of units of one network, over all hidden units, that {@code count} counts. */
    private double unitShare(TrainingRun run, ToIntFunction<UnitActivity> count) {
        DataSet rows = RowSampler.sample(run.partition().train(), MAX_ROWS, RandomStream.named(seed, STREAM));
        int matching = 0;
        int units = 0;
        NetworkProbe probe = new NetworkProbe(run.network());
        for (LayerReport layer : NetworkReport.of(probe, rows, NetworkReport.DEFAULT_SATURATION_THRESHOLD)
                .layers()) {
            UnitActivity activity = layer.activity();
            if (activity != null) {
                matching += count.applyAsInt(activity);
                units += activity.units();
            }
        }
        return (double) matching / units;
    }

    private static Quantiles finiteSpread(double[] numbers) {
        double[] finite = Arrays.stream(numbers).filter(Double::isFinite).toArray();
        return Quantiles.of(finite.length == 0 ? new double[] {Double.NaN} : finite);
    }
}
