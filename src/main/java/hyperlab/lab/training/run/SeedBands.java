package hyperlab.lab.training.run;

import hyperlab.chart.series.Curve;
import hyperlab.train.EpochReport;
import hyperlab.train.Quantiles;
import hyperlab.train.SeedRunResult;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The spread of one experiment's validation loss and accuracy over seeds: median and quartiles at each epoch. A run
 * that stopped early keeps its last value; a run that diverged ranks above every number from then on.
 *
 * @param seeds number of runs
 * @param diverged number of runs that diverged
 * @param loss the spread of the validation loss over the epochs
 * @param accuracy the spread of the validation accuracy over the epochs; empty for regression
 * @param resulting the spread of the resulting validation losses of the runs
 */
public record SeedBands(int seeds, int diverged, Band loss, Band accuracy, Quantiles resulting) {
    /** Quartiles and median over the epochs. */
    public record Band(Curve lower, Curve median, Curve upper) {}

    /** Computes the bands of at least one run. */
    public static SeedBands of(List<SeedRunResult> runs) {
        return new SeedBands(
                runs.size(),
                (int) runs.stream().filter(SeedRunResult::hasDiverged).count(),
                band(runs, EpochReport::validationLoss),
                band(runs, EpochReport::validationAccuracy),
                Quantiles.of(runs.stream()
                        .mapToDouble(run ->
                                run.hasDiverged() ? Double.NaN : run.resulting().validationLoss())
                        .toArray()));
    }

    private static Band band(List<SeedRunResult> runs, ToDoubleFunction<EpochReport> of) {
        List<EpochReport> longest = runs.get(0).rows();
        for (SeedRunResult run : runs) {
            longest = run.rows().size() > longest.size() ? run.rows() : longest;
        }
        int size = Double.isNaN(of.applyAsDouble(longest.get(0))) ? 0 : longest.size();
        double[] epochs = new double[size];
        double[] lower = new double[size];
        double[] middle = new double[size];
        double[] upper = new double[size];
        for (int k = 0; k < size; k++) {
            int row = k;
            Quantiles spread = Quantiles.of(
                    runs.stream().mapToDouble(run -> value(run, row, of)).toArray());
            epochs[k] = longest.get(k).epoch();
            lower[k] = spread.lower();
            middle[k] = spread.median();
            upper[k] = spread.upper();
        }
        return new Band(Curve.of(epochs, lower), Curve.of(epochs, middle), Curve.of(epochs, upper));
    }

    private static double value(SeedRunResult run, int row, ToDoubleFunction<EpochReport> of) {
        int last = run.rows().size() - 1;
        if (row > last && run.hasDiverged()) {
            return Double.NaN;
        }
        return of.applyAsDouble(run.rows().get(Math.min(row, last)));
    }
}
