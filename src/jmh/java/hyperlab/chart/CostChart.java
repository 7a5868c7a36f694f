package hyperlab.chart;

import hyperlab.chart.axis.LogarithmicAxis;
import hyperlab.chart.series.Curve;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.EndLabels;
import hyperlab.chart.style.ThemeColor;
import hyperlab.data.DataSet;
import hyperlab.data.DataSplit;
import hyperlab.random.RandomStream;
import hyperlab.train.Experiment;
import hyperlab.train.NetworkSettings;
import hyperlab.train.TrainingRun;
import hyperlab.train.TrainingSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * Measures the CPU time of training against the number of samples, the square of the number of units of two hidden
 * layers, and the number of epochs, each relative to the smallest, and draws a chart. Run it with
 * {@code src/jmh/run hyperlab.chart.CostChart FILE.png}.
 */
public final class CostChart {
    private static final int[] TIMES = {1, 2, 4, 8, 16};
    private static final int SAMPLES = 1000;
    private static final int UNITS = 128;
    private static final int EPOCHS = 2;
    private static final int ROUNDS = 5;

    private CostChart() {}

    /** Takes the PNG file to write. */
    public static void main(String[] arguments) throws IOException {
        seconds(SAMPLES, UNITS, 4 * EPOCHS);
        String[] names = {"samples", "units²", "epochs"};
        double[] times = Arrays.stream(TIMES).asDoubleStream().toArray();
        List<Curve> curves = new ArrayList<>();
        List<CurveStyle> looks = new ArrayList<>();
        List<EndLabels.Label> ends = new ArrayList<>();
        curves.add(Curve.of(new double[] {1, 16}, new double[] {1, 16}));
        looks.add(CurveStyle.reference(ChartTheme::text));
        for (int series = 0; series < names.length; series++) {
            int which = series;
            double[] cost =
                    Arrays.stream(TIMES).mapToDouble(t -> cost(which, t)).toArray();
            double smallest = cost[0];
            double[] relative = Arrays.stream(cost).map(c -> c / smallest).toArray();
            System.out.println(names[series] + " " + Arrays.toString(relative));
            curves.add(Curve.of(times, relative));
            looks.add(CurveStyle.series(series));
            int last = TIMES.length - 1;
            ends.add(new EndLabels.Label(names[series], times[last], relative[last], ThemeColor.series(series)));
        }
        LogLogChart chart =
                new LogLogChart(new LogarithmicAxis(), "times as many", new LogarithmicAxis(), "times the seconds");
        chart.show(curves, looks);
        chart.write(ends, Path.of(arguments[0]));
    }

    /** Returns the seconds for {@code times} as many samples, squared units, or epochs. */
    private static double cost(int which, int times) {
        int units = which == 1 ? (int) Math.round(UNITS * Math.sqrt(times)) : UNITS;
        return seconds(which == 0 ? SAMPLES * times : SAMPLES, units, which == 2 ? EPOCHS * times : EPOCHS);
    }

    /**
     * Returns the median CPU time in seconds of {@link #ROUNDS} training runs from 16 features over two hidden layers
     * to 10 classes, after one warm-up run.
     */
    private static double seconds(int samples, int units, int epochs) {
        RandomStream stream = RandomStream.named(1, "cost");
        int features = 16;
        DMatrixRMaj x = new DMatrixRMaj(samples + 1, features);
        Arrays.setAll(x.data, i -> stream.nextGaussian());
        double[] targets = new double[samples + 1];
        Arrays.setAll(targets, i -> stream.nextInt(10));
        List<String> names = IntStream.range(0, features).mapToObj(i -> "x" + i).toList();
        List<String> classes =
                IntStream.range(0, 10).mapToObj(Integer::toString).toList();
        DataSet data = new DataSet("cost", x, targets, DataSet.Columns.classification(names, "y", classes));
        int[] train = IntStream.range(0, samples).toArray();
        int[] validation = {samples};
        DataSplit partition = new DataSplit(data, data.rows(train), data.rows(validation), train, validation, null);
        Experiment experiment = Experiment.DEFAULT
                .withNetwork(NetworkSettings.DEFAULT.withHidden(List.of(units, units)))
                .withTraining(TrainingSettings.DEFAULT.withLearningRate(0.001).withEpochs(epochs));
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        double[] seconds = new double[ROUNDS + 1];
        for (int round = 0; round <= ROUNDS; round++) {
            TrainingRun run = new TrainingRun(experiment, partition, null);
            long before = clock.getCurrentThreadCpuTime();
            run.train(report -> {}, () -> false);
            seconds[round] = (clock.getCurrentThreadCpuTime() - before) / 1e9;
        }
        double[] warm = Arrays.copyOfRange(seconds, 1, seconds.length);
        Arrays.sort(warm);
        return warm[ROUNDS / 2];
    }
}
