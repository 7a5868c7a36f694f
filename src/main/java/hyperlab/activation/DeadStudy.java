package hyperlab.activation;

import hyperlab.data.DataSet;
import hyperlab.diagnosis.LayerReport;
import hyperlab.diagnosis.NetworkReport;
import hyperlab.diagnosis.Rows;
import hyperlab.diagnosis.UnitActivity;
import hyperlab.nn.Activation;
import hyperlab.nn.NetworkProbe;
import hyperlab.random.RandomStream;
import hyperlab.train.FiveNumberSummary;
import hyperlab.train.IncrementalStudy;
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
 * {@value #ROWS} training rows. {@link UnitActivity} defines dead and one-sided units.
 *
 * @param choice data, network and training; its learning rate is the largest one
 * @param slope negative slope of Leaky ReLU
 * @param seed of the first training for each rate and function; later ones use consecutive seeds
 * @param threads maximum number of trainings that run at the same time
 * @param executor provides the threads in addition to the calling thread
 */
public record DeadStudy(TrainingChoice choice, double slope, long seed, int threads, Executor executor)
        implements IncrementalStudy<DeadStudy.Deaths> {
    /** The number of learning rates. */
    public static final int RATES = 9;

    private static final int ROWS = 512;
    private static final String STREAM = "dead";

    /**
     * The results at one learning rate. Diverged trainings are counted separately and are excluded from all other
     * values.
     *
     * @param rate learning rate η
     * @param dead share of all ReLU units that output 0 for every row; NaN if all trainings have diverged
     * @param oneSided share of all Leaky ReLU units that are on their negative side for every row but still learn
     * @param reluAccuracy accuracy on the validation data; NaN for regression
     * @param leakyAccuracy accuracy on the validation data; NaN for regression
     * @param reluLoss loss on the validation data
     * @param leakyLoss loss on the validation data
     * @param reluDiverged number of diverged ReLU trainings
     * @param leakyDiverged number of diverged Leaky ReLU trainings
     */
    public record Deaths(
            double rate,
            FiveNumberSummary dead,
            FiveNumberSummary oneSided,
            FiveNumberSummary reluAccuracy,
            FiveNumberSummary leakyAccuracy,
            FiveNumberSummary reluLoss,
            FiveNumberSummary leakyLoss,
            int reluDiverged,
            int leakyDiverged) {}

    /** The learning rate with index 0 … {@value #RATES} − 1, in ascending order. */
    public static double rate(double largest, int place) {
        return largest * Math.pow(2, (place - (RATES - 1)) / 2.0);
    }

    @Override
    public void run(PartialResultsListener<Deaths> listener, BooleanSupplier cancelled) {
        List<Activation> functions = List.of(new Activation.Relu(), new Activation.LeakyRelu(slope));
        List<Deaths> found = new ArrayList<>();
        for (int place = 0; place < RATES; place++) {
            double rate = rate(choice.learningRate(), place);
            SideBySide runs = new SideBySide(choice.withLearningRate(rate), functions, seed, threads, executor);
            for (int epoch = 1; epoch <= choice.epochs(); epoch++) {
                runs.epoch(cancelled);
                if (cancelled.getAsBoolean()) {
                    return;
                }
                if (epoch == choice.epochs()) {
                    found.add(deaths(rate, runs));
                }
                listener.resultsChanged(List.copyOf(found), (place + (double) epoch / choice.epochs()) / RATES);
            }
        }
    }

    private Deaths deaths(double rate, SideBySide runs) {
        return new Deaths(
                rate,
                finite(share(runs, 0, UnitActivity::dead)),
                finite(share(runs, 1, UnitActivity::oneSided)),
                finite(runs.numbers(0, run -> run.report().validationAccuracy())),
                finite(runs.numbers(1, run -> run.report().validationAccuracy())),
                finite(runs.numbers(0, run -> run.report().validationLoss())),
                finite(runs.numbers(1, run -> run.report().validationLoss())),
                runs.diverged(0),
                runs.diverged(1));
    }

    private double[] share(SideBySide runs, int function, ToIntFunction<UnitActivity> count) {
        return runs.numbers(function, run -> share(run, count));
    }

    /** The share of units of one network, over all hidden units, that {@code count} counts. */
    private double share(TrainingRun run, ToIntFunction<UnitActivity> count) {
        DataSet rows = Rows.atMost(run.partition().train(), ROWS, RandomStream.named(seed, STREAM));
        int counted = 0;
        int units = 0;
        NetworkProbe probe = new NetworkProbe(run.network());
        for (LayerReport layer :
                NetworkReport.of(probe, rows, NetworkReport.SATURATED_BELOW).layers()) {
            UnitActivity activity = layer.activity();
            if (activity != null) {
                counted += count.applyAsInt(activity);
                units += activity.units();
            }
        }
        return (double) counted / units;
    }

    private static FiveNumberSummary finite(double[] numbers) {
        double[] finite = Arrays.stream(numbers).filter(Double::isFinite).toArray();
        return FiveNumberSummary.of(finite.length == 0 ? new double[] {Double.NaN} : finite);
    }
}
