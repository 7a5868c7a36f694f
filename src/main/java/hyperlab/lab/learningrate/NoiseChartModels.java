package hyperlab.lab.learningrate;

import hyperlab.batch.NoiseStudy;
import hyperlab.batch.PathDistribution;
import hyperlab.batch.VarianceEstimate;
import hyperlab.chart.ErrorBarLine;
import hyperlab.chart.batch.BatchSizeChart;
import hyperlab.chart.descent.DescentChartModel;
import hyperlab.chart.descent.NoisyDescentChart;
import hyperlab.chart.descent.VarianceChart;
import hyperlab.chart.series.Curve;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.Dash;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.SeriesStyle;
import hyperlab.chart.style.ThemeColor;
import hyperlab.descent.DescentMoments;
import hyperlab.lab.learningrate.race.NoisyDescents;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Builds the models of the three gradient noise charts from the results so far, at one step. */
public final class NoiseChartModels {
    /** The maximum number of paths drawn; the statistics use all paths. */
    static final int MAX_DRAWN = 60;

    private static final int MAX_POINTS = 24;

    private final Texts texts;
    private final NoisyDescents.NoisyDescentResults results;
    private final PathDistribution cloud;
    private final int step;
    private final int row;

    /** @param results must not be empty */
    public NoiseChartModels(Texts texts, NoisyDescents.NoisyDescentResults results, int step) {
        this.texts = texts;
        this.results = results;
        this.step = step;
        cloud = results.clouds().get(0);
        row = cloud.rowAtOrBefore(step);
    }

    private ThemeColor ink() {
        return new SeriesStyle(results.racer()).themeColor();
    }

    private boolean isSurface() {
        return cloud.dimensions() == 2;
    }

    private int lastStep() {
        return cloud.step(cloud.rows() - 1);
    }

    private String stepLabel() {
        return texts.get("learning-rate.chart.atStep", Integer.toString(step));
    }

    private Curve curveOverRows(IntToDoubleFunction valueAt) {
        double[] x = new double[cloud.rows()];
        double[] y = new double[cloud.rows()];
        for (int k = 0; k < x.length; k++) {
            x[k] = cloud.step(k);
            y[k] = valueAt.applyAsDouble(k);
        }
        return Curve.of(x, y);
    }

    /** The standard deviation of the first variable at a row: predicted where possible, otherwise measured. */
    private double spread(int at) {
        Optional<DescentMoments> expected = results.expected();
        return Math.sqrt(expected.isPresent() ? expected.get().variance(cloud.step(at), 0) : cloud.variance(at, 0));
    }

    private double mean(int at) {
        Optional<DescentMoments> expected = results.expected();
        return expected.isPresent() ? expected.get().mean(cloud.step(at), 0) : cloud.mean(at, 0);
    }

    /**
     * The chart of the noisy paths.
     *
     * @param low the lowest value worth showing, such as the left end of the curve's window
     * @param high the highest value worth showing
     */
    public NoisyDescentChart.Model pathsModel(double low, double high) {
        List<Curve> walks = new ArrayList<>();
        int drawn = Math.min(MAX_DRAWN, cloud.pathCount());
        double bottom = Double.POSITIVE_INFINITY;
        double top = Double.NEGATIVE_INFINITY;
        for (int walk = 0; walk < drawn; walk++) {
            int rows = cloud.rows(walk);
            double[] x = new double[rows];
            double[] y = new double[rows];
            for (int k = 0; k < rows; k++) {
                x[k] = cloud.step(k);
                y[k] = cloud.coordinate(walk, k, 0);
                bottom = Math.min(bottom, y[k]);
                top = Math.max(top, y[k]);
            }
            walks.add(Curve.of(x, y));
        }
        double[] positions = IntStream.range(0, cloud.pathCount())
                .filter(walk -> row < cloud.rows(walk))
                .mapToDouble(walk -> cloud.coordinate(walk, row, 0))
                .toArray();
        double[] at = new double[positions.length];
        Arrays.fill(at, cloud.step(row));
        return new NoisyDescentChart.Model(
                walks,
                ink(),
                curveOverRows(this::mean),
                texts.get("learning-rate.noise.mean"),
                curveOverRows(each -> mean(each) - spread(each)),
                curveOverRows(each -> mean(each) + spread(each)),
                texts.get("learning-rate.noise.sigma"),
                Curve.of(at, positions),
                lastStep(),
                Math.max(low, bottom),
                Math.min(high, top),
                texts.get("learning-rate.chart.step.axis"),
                "x",
                step,
                stepLabel());
    }

    /** The current positions of the drawn paths; only for functions of one variable. */
    DescentChartModel.PathCloud cloud() {
        List<Double> positions = IntStream.range(0, Math.min(MAX_DRAWN, cloud.pathCount()))
                .filter(walk -> row < cloud.rows(walk))
                .mapToObj(walk -> cloud.coordinate(walk, row, 0))
                .toList();
        return new DescentChartModel.PathCloud(positions, ink());
    }

    public VarianceChart.Model varianceModel() {
        int rows = cloud.rows();
        int every = Math.max(1, (rows + MAX_POINTS - 2) / MAX_POINTS);
        List<VarianceChart.Point> points = new ArrayList<>();
        for (int k = 1; k < rows; k++) {
            VarianceEstimate estimate = cloud.variance(k);
            if ((k % every == 0 || k == rows - 1) && Double.isFinite(estimate.value())) {
                points.add(
                        new VarianceChart.Point(cloud.step(k), estimate.value(), estimate.lower(), estimate.upper()));
            }
        }
        Curve predicted = results.expected()
                .map(spread -> curveOverRows(k -> spread.variance(cloud.step(k))))
                .orElse(Curve.EMPTY);
        double floor = stationaryVariance(results);
        return new VarianceChart.Model(
                points,
                ink(),
                predicted,
                floor,
                texts.get("learning-rate.noise.floor", NumberFormats.format(floor, 3)),
                lastStep(),
                texts.get("learning-rate.chart.step.axis"),
                texts.get(
                        isSurface()
                                ? "learning-rate.noise.variance.axis.surface"
                                : "learning-rate.noise.variance.axis"),
                step,
                stepLabel());
    }

    /** The stationary variance; NaN if it is unknown or there is none. */
    static double stationaryVariance(NoisyDescents.NoisyDescentResults results) {
        return results.expected().stream()
                .flatMapToDouble(spread -> spread.stationaryVariance().stream())
                .findFirst()
                .orElse(Double.NaN);
    }

    /** The standard deviation at the playback position against the batch size. */
    public BatchSizeChart.Model batchSizesModel() {
        List<PathDistribution> clouds = results.clouds().stream()
                .sorted(Comparator.comparingInt(PathDistribution::batchSize))
                .toList();
        List<ErrorBarLine.Point> measured = new ArrayList<>();
        List<ErrorBarLine.Point> predicted = new ArrayList<>();
        for (PathDistribution each : clouds) {
            VarianceEstimate estimate = each.variance(row);
            measured.add(new ErrorBarLine.Point(
                    each.batchSize(),
                    Math.sqrt(estimate.value()),
                    Math.sqrt(estimate.lower()),
                    Math.sqrt(estimate.upper())));
            results.expectedVariance(each.batchSize(), cloud.step(row))
                    .ifPresent(variance -> predicted.add(ErrorBarLine.Point.of(each.batchSize(), Math.sqrt(variance))));
        }
        int largest = clouds.get(clouds.size() - 1).batchSize();
        return new BatchSizeChart.Model(
                List.of(
                        new ErrorBarLine(
                                predicted,
                                CurveStyle.line(ChartTheme::text, 1.5).with(Dash.VALIDATION),
                                ""),
                        new ErrorBarLine(
                                measured,
                                CurveStyle.points(ink(), MarkerShape.CIRCLE).radius(3.5),
                                "")),
                List.of(new BatchSizeChart.VerticalMarker(
                        results.selectedBatchSize(), "B = " + results.selectedBatchSize(), ink())),
                Double.NaN,
                "",
                texts.get(isSurface() ? "learning-rate.noise.spread.axis.surface" : "learning-rate.noise.spread.axis"),
                true,
                Double.NaN,
                Double.NaN,
                Math.max(largest, NoiseStudy.COMPARED_BATCH_SIZES.get(NoiseStudy.COMPARED_BATCH_SIZES.size() - 1)));
    }
}
