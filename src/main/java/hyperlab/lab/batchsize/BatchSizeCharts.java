package hyperlab.lab.batchsize;

import hyperlab.batch.EpochBatches;
import hyperlab.batch.EpochOrders;
import hyperlab.batch.GradientNoise;
import hyperlab.batch.MiniBatchGradients;
import hyperlab.batch.SgdPath;
import hyperlab.batch.TwoWeightModel;
import hyperlab.chart.ErrorBarLine;
import hyperlab.chart.Surface;
import hyperlab.chart.batch.BatchSizeChart;
import hyperlab.chart.batch.CloudChart;
import hyperlab.chart.batch.EpochStripChart;
import hyperlab.chart.descent.SurfaceChart;
import hyperlab.chart.descent.SurfaceChartModel;
import hyperlab.chart.descent.SurfacePath;
import hyperlab.chart.series.Curve;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.Dash;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.ThemeColor;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lab's charts for one snapshot: the epoch strip, the three loss surfaces, the gradient cloud and the gradient
 * noise. FX thread only.
 */
final class BatchSizeCharts {
    private static final double STEP_RADIUS = 2.2;
    private static final double THIN_WIDTH = 1.4;
    private static final double HAIR_WIDTH = 0.8;
    private static final int MAX_MARKED_STEPS = 60;
    private static final int MAX_THICK_STEPS = 300;
    private static final double CLOUD_RADIUS = 2.5;
    private static final double OUTLIER_RADIUS = 6;
    private static final int OUTLIER_SERIES = 4;
    /** The cloud plots at most about this many single-sample gradients; of more samples, only every k-th is plotted. */
    private static final int MAX_SINGLE_GRADIENTS = 400;

    /** 95% of a two-dimensional normal distribution lies within this many standard deviations: √(−2 ln 0.05). */
    static final double ELLIPSE_95_PERCENT = 2.4477;

    private final EpochStripChart strip;
    private final Map<ComparedDescent, SurfaceChart> surfaces = new EnumMap<>(ComparedDescent.class);
    private final CloudChart cloud;
    private final BatchSizeChart noise;
    private @Nullable BatchSizeComparison shownComparison;
    private Map<ComparedDescent, Curve> paths = Map.of();
    private @Nullable Surface lossSurface;
    private @Nullable TwoWeightModel lossSurfaceModel;
    private EpochOrders orders = new EpochOrders(1, false, 0);

    BatchSizeCharts(Texts texts, ChartTheme theme) {
        strip = new EpochStripChart(texts, theme);
        Stream.of(ComparedDescent.values()).forEach(descent -> surfaces.put(descent, new SurfaceChart(theme)));
        cloud = new CloudChart(theme);
        noise = new BatchSizeChart(texts, theme);
    }

    EpochStripChart strip() {
        return strip;
    }

    SurfaceChart surface(ComparedDescent descent) {
        return Objects.requireNonNull(surfaces.get(descent));
    }

    CloudChart cloud() {
        return cloud;
    }

    BatchSizeChart noise() {
        return noise;
    }

    /** The window of the weight plane that contains the start and the minimum, with rounded bounds. */
    static ObjectiveFunction.PlotWindow homeWindow(BatchSizeComparison comparison) {
        double startX = comparison.setup().startX();
        double startY = comparison.setup().startY();
        TwoWeightModel model = comparison.model();
        double reach = 0.65 * Math.max(Math.abs(startX - model.minimumX()), Math.abs(startY - model.minimumY()));
        double half = roundUpSize(Math.max(0.4, reach));
        double x = Math.rint((startX + model.minimumX()) / 2 / half * 6) * half / 6;
        double y = Math.rint((startY + model.minimumY()) / 2 / half * 6) * half / 6;
        return new ObjectiveFunction.PlotWindow(x - half, x + half, y - half, y + half);
    }

    /** Rounds up to one of a few sizes, so that the window does not change with every small move of the start. */
    private static double roundUpSize(double half) {
        double power = Math.pow(10, Math.floor(Math.log10(half)));
        return Stream.of(1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
                .map(step -> step * power)
                .filter(size -> size >= half * (1 - 1e-9))
                .findFirst()
                .orElse(10 * power);
    }

    void show(BatchSizeSnapshot snapshot, ObjectiveFunction.PlotWindow window, Texts texts) {
        BatchSizeComparison comparison = snapshot.comparison();
        if (!comparison.equals(shownComparison)) {
            shownComparison = comparison;
            paths = paths(comparison);
            orders = new EpochOrders(
                    comparison.model().samples(),
                    comparison.setup().training().shuffle(),
                    comparison.setup().seed());
        }
        BatchSizeText text = new BatchSizeText(texts);
        strip.show(strip(snapshot, text, texts));
        Surface shownSurface = lossSurface(comparison.model(), window);
        surfaces.forEach((descent, chart) -> chart.show(surface(snapshot, descent, shownSurface, text)));
        cloud.show(cloud(snapshot, text, texts));
        noise.show(noise(snapshot, texts));
    }

    // the strip

    private EpochStripChart.Model strip(BatchSizeSnapshot snapshot, BatchSizeText text, Texts texts) {
        TwoWeightModel model = snapshot.comparison().model();
        int[] order = orders.order(snapshot.epoch());
        SampleCategories kinds = SampleCategories.of(model, texts);
        return new EpochStripChart.Model(
                snapshot.chosenBatches(),
                place -> order[place],
                kinds::categoryOf,
                kinds.categories(),
                snapshot.batchIndex(),
                text.stripTitle(snapshot));
    }

    // the surfaces

    private static Map<ComparedDescent, Curve> paths(BatchSizeComparison comparison) {
        Map<ComparedDescent, Curve> paths = new EnumMap<>(ComparedDescent.class);
        for (ComparedDescent descent : ComparedDescent.values()) {
            SgdPath descentPath = comparison.path(descent);
            paths.put(descent, curve(descentPath.steps() + 1, descentPath::x, descentPath::y));
        }
        return paths;
    }

    private static Curve curve(int count, IntToDoubleFunction x, IntToDoubleFunction y) {
        return Curve.of(
                IntStream.range(0, count).mapToDouble(x).toArray(),
                IntStream.range(0, count).mapToDouble(y).toArray());
    }

    private Surface lossSurface(TwoWeightModel model, ObjectiveFunction.PlotWindow window) {
        Surface cached = lossSurface;
        if (cached == null || model != lossSurfaceModel || !cached.window().equals(window)) {
            cached = Surface.of(model.fullLoss()::loss, window);
            lossSurface = cached;
            lossSurfaceModel = model;
        }
        return cached;
    }

    /** A thin continuous line, thinner for many steps. */
    private static CurveStyle pathStyle(ComparedDescent descent, int steps) {
        return descent.style()
                .with(Dash.SOLID)
                .width(steps > MAX_THICK_STEPS ? HAIR_WIDTH : THIN_WIDTH)
                .radius(STEP_RADIUS);
    }

    private SurfaceChartModel surface(
            BatchSizeSnapshot snapshot, ComparedDescent descent, Surface surface, BatchSizeText text) {
        BatchSizeComparison comparison = snapshot.comparison();
        int steps = comparison.path(descent).steps();
        SurfacePath path = new SurfacePath(
                Objects.requireNonNull(paths.get(descent)),
                snapshot.steps(descent),
                pathStyle(descent, steps),
                "",
                steps <= MAX_MARKED_STEPS);
        var model = comparison.setup().model();
        return new SurfaceChartModel(
                surface,
                text.weightAxis("w₁", model.x()),
                text.weightAxis("w₂", model.y()),
                List.of(path),
                new SurfaceChartModel.NamedPoint(
                        comparison.setup().startX(), comparison.setup().startY(), ""),
                List.of(new SurfaceChartModel.NamedPoint(
                        comparison.model().minimumX(), comparison.model().minimumY(), "")),
                List.of());
    }

    // the cloud

    private static CloudChart.Model cloud(BatchSizeSnapshot snapshot, BatchSizeText text, Texts texts) {
        BatchSizeComparison comparison = snapshot.comparison();
        TwoWeightModel model = comparison.model();
        EpochBatches cut = snapshot.chosenBatches();
        double x = snapshot.x(ComparedDescent.CHOSEN);
        double y = snapshot.y(ComparedDescent.CHOSEN);
        int stride = (model.samples() + MAX_SINGLE_GRADIENTS - 1) / MAX_SINGLE_GRADIENTS;
        List<CloudChart.Cloud> clouds = new ArrayList<>();
        clouds.add(new CloudChart.Cloud(
                gradients(comparison.singles(), stride, x, y),
                pointStyle(ComparedDescent.ONE),
                text.label(
                        ComparedDescent.ONE,
                        comparison.path(ComparedDescent.ONE).epochBatches()),
                null,
                false));
        boolean hasSpread = cut.batchSize() < cut.samples();
        if (cut.batchSize() > 1) {
            clouds.add(new CloudChart.Cloud(
                    gradients(comparison.cloud(), 1, x, y),
                    pointStyle(ComparedDescent.CHOSEN),
                    text.label(ComparedDescent.CHOSEN, cut),
                    hasSpread ? snapshot.noise().ellipse(cut.batchSize(), ELLIPSE_95_PERCENT) : null,
                    true));
        }
        if (model.isOutlier(model.samples() - 1)) {
            int outlier = model.samples() - 1;
            clouds.add(new CloudChart.Cloud(
                    Curve.point(model.gradientX(outlier, x, y), model.gradientY(outlier, x, y)),
                    CurveStyle.points(ThemeColor.series(OUTLIER_SERIES), MarkerShape.TRIANGLE_DOWN)
                            .radius(OUTLIER_RADIUS),
                    texts.get("batch-size.odd.short"),
                    null,
                    true));
        }
        return new CloudChart.Model(
                clouds,
                snapshot.noise().meanX(),
                snapshot.noise().meanY(),
                texts.get("batch-size.cloud.gradient"),
                "∂L/∂w₁",
                "∂L/∂w₂");
    }

    private static CurveStyle pointStyle(ComparedDescent descent) {
        return descent.style().width(0).radius(CLOUD_RADIUS);
    }

    private static Curve gradients(MiniBatchGradients draws, int stride, double x, double y) {
        int count = (draws.count() + stride - 1) / stride;
        return curve(count, draw -> draws.gradientX(draw * stride, x, y), draw -> draws.gradientY(draw * stride, x, y));
    }

    // the noise

    private static BatchSizeChart.Model noise(BatchSizeSnapshot snapshot, Texts texts) {
        BatchSizeComparison comparison = snapshot.comparison();
        GradientNoise gradientNoise = snapshot.noise();
        double x = snapshot.x(ComparedDescent.CHOSEN);
        double y = snapshot.y(ComparedDescent.CHOSEN);
        int samples = gradientNoise.samples();
        List<ErrorBarLine.Point> measured = comparison.spreads().stream()
                .map(draws -> ErrorBarLine.Point.of(draws.size(), draws.standardDeviation(comparison.model(), x, y)))
                .toList();
        List<ErrorBarLine.Point> root = List.of(
                ErrorBarLine.Point.of(1, gradientNoise.deviationWithReplacement(1)),
                ErrorBarLine.Point.of(samples, gradientNoise.deviationWithReplacement(samples)));
        // The curve ends just below N, where the spread is 0 and has no logarithm.
        List<ErrorBarLine.Point> finite = IntStream.rangeClosed(0, 60)
                .mapToDouble(k -> Math.pow(samples * 0.97, k / 60.0))
                .mapToObj(size -> ErrorBarLine.Point.of(size, gradientNoise.deviationWithoutReplacement(size)))
                .toList();
        List<BatchSizeChart.VerticalMarker> verticalMarkers = new ArrayList<>();
        if (gradientNoise.criticalBatchSize() <= samples) {
            verticalMarkers.add(new BatchSizeChart.VerticalMarker(
                    gradientNoise.criticalBatchSize(),
                    texts.get("batch-size.noise.critical", BatchSizeText.format(gradientNoise.criticalBatchSize())),
                    ThemeColor.series(1)));
        }
        verticalMarkers.add(batchSizeMarker(snapshot));
        return new BatchSizeChart.Model(
                List.of(
                        new ErrorBarLine(root, CurveStyle.reference(ChartTheme::muted), "1/√B"),
                        new ErrorBarLine(finite, CurveStyle.line(ThemeColor.series(0), 1.5), ""),
                        new ErrorBarLine(measured, CurveStyle.points(ThemeColor.series(0), MarkerShape.CIRCLE), "")),
                verticalMarkers,
                Math.sqrt(gradientNoise.squaredNorm()),
                texts.get("batch-size.noise.gradient"),
                texts.get("batch-size.noise.axis"),
                true,
                Double.NaN,
                Double.NaN,
                samples);
    }

    /** A marker at the current batch size. */
    static BatchSizeChart.VerticalMarker batchSizeMarker(BatchSizeSnapshot snapshot) {
        int batch = snapshot.chosenBatches().batchSize();
        return new BatchSizeChart.VerticalMarker(batch, "B = " + batch, ChartTheme::muted);
    }
}
