package hyperlab.activation;

import hyperlab.data.DataSet;
import hyperlab.diagnosis.LayerReport;
import hyperlab.diagnosis.NetworkReport;
import hyperlab.diagnosis.Rows;
import hyperlab.diagnosis.UnitActivity;
import hyperlab.nn.Activation;
import hyperlab.nn.NetworkProbe;
import hyperlab.random.RandomStream;
import hyperlab.train.Spread;
import hyperlab.train.Study;
import hyperlab.train.TrainingRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;

/**
 * Units that training has killed, against the learning rate: networks of ReLUs, and beside them the same of Leaky ReLUs, are
 * trained at rates that grow by √2 up to the one given, and then looked at on up to {@value #ROWS} training rows. {@link
 * UnitActivity} says what is dead and what is one-sided.
 *
 * @param choice data, network and training; its rate is the largest
 * @param slope of Leaky ReLU
 * @param seed of the first training each
 * @param threads at most so many trainings are under way at once
 * @param executor lends the threads beside the calling one
 */
public record DeadStudy(TrainingChoice choice, double slope, long seed, int threads, Executor executor)
        implements Study<DeadStudy.Deaths> {
    /** How many rates are tried. */
    public static final int RATES = 9;

    private static final int ROWS = 512;
    private static final String STREAM = "dead";

    /**
     * At one rate. Trainings that have diverged are counted apart, and enter nothing else.
     *
     * @param rate η
     * @param dead share of all ReLUs that pass nothing for any row; NaN where all trainings have diverged
     * @param oneSided share of all Leaky ReLUs that stay on their negative side for every row, where they still learn
     * @param reluAccuracy of the validation part; NaN for regression
     * @param leakyAccuracy of the validation part; NaN for regression
     * @param reluLoss over the validation part
     * @param leakyLoss over the validation part
     * @param reluDiverged how many trainings have diverged
     * @param leakyDiverged how many trainings have diverged
     */
    public record Deaths(
            double rate,
            Spread dead,
            Spread oneSided,
            Spread reluAccuracy,
            Spread leakyAccuracy,
            Spread reluLoss,
            Spread leakyLoss,
            int reluDiverged,
            int leakyDiverged) {}

    /** The rate at a place 0 … {@value #RATES} − 1, from the lowest to the largest. */
    public static double rate(double largest, int place) {
        return largest * Math.pow(2, (place - (RATES - 1)) / 2.0);
    }

    @Override
    public void run(Listener<Deaths> listener, BooleanSupplier cancelled) {
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
                listener.found(List.copyOf(found), (place + (double) epoch / choice.epochs()) / RATES);
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

    /** Of all hidden units of one network. */
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

    private static Spread finite(double[] numbers) {
        double[] finite = Arrays.stream(numbers).filter(Double::isFinite).toArray();
        return Spread.of(finite.length == 0 ? new double[] {Double.NaN} : finite);
    }
}
