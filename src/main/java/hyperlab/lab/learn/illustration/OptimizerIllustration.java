package hyperlab.lab.learn.illustration;

import hyperlab.chart.Surface;
import hyperlab.chart.descent.SurfaceChart;
import hyperlab.chart.descent.SurfaceChartModel;
import hyperlab.chart.descent.SurfacePath;
import hyperlab.chart.series.Curve;
import hyperlab.chart.style.CurveStyle;
import hyperlab.descent.DescentPath;
import hyperlab.descent.DescentSetup;
import hyperlab.file.Document;
import hyperlab.lab.LabContext;
import hyperlab.optim.Sgd;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Several optimizers on the same ravine, from the same start. */
final class OptimizerIllustration implements Illustration<OptimizerIllustration.RavineDescents, SurfaceChartModel> {
    private static final double STEP_RADIUS = 2.5;
    private static final int VARIED = 1;
    private static final double INITIAL = 0.67;
    private static final List<Double> MOMENTA =
            List.of(0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.67, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95);

    private final DescentSetup setup = LinkedSettings.descent("three-optimizers");
    private final SurfaceChart chart;

    OptimizerIllustration(LabContext context) {
        chart = new SurfaceChart(context.appearance().chartTheme());
    }

    /** The descents and the surface of their objective. */
    record RavineDescents(DescentPaths descents, Surface surface) {}

    @Override
    public Document settingsDocument() {
        return new Document.OfDescent(setup);
    }

    @Override
    public Optional<Adjustment<RavineDescents>> adjustment() {
        return Optional.of(
                new Adjustment<>(MOMENTA, INITIAL, this::compute, momentum -> new Document.OfDescent(with(momentum))));
    }

    private DescentSetup with(double momentum) {
        return setup.withRacer(VARIED, racer -> racer.withOptimizer(new Sgd(momentum, false)));
    }

    @Override
    public RavineDescents compute() {
        return compute(INITIAL);
    }

    private RavineDescents compute(double momentum) {
        DescentPaths descents = DescentPaths.of(with(momentum));
        return new RavineDescents(
                descents,
                Surface.of(
                        (x, y) -> descents.objective().value(x, y),
                        descents.objective().window()));
    }

    @Override
    public SurfaceChart chart() {
        return chart;
    }

    @Override
    public SurfaceChartModel model(RavineDescents found, Texts texts) {
        List<String> names = List.of("SGD", texts.get("learn.chart.momentum"), "Adam");
        List<SurfacePath> paths = new ArrayList<>();
        for (DescentPath path : found.descents().paths()) {
            Curve points = Curve.of(
                    IntStream.range(0, path.rows()).mapToDouble(path::x).toArray(),
                    IntStream.range(0, path.rows()).mapToDouble(path::y).toArray());
            paths.add(new SurfacePath(
                    points,
                    points.size() - 1,
                    CurveStyle.series(paths.size()).radius(STEP_RADIUS),
                    names.get(paths.size())));
        }
        List<Double> start = setup.start();
        return new SurfaceChartModel(
                found.surface(),
                "x",
                "y",
                paths,
                new SurfaceChartModel.NamedPoint(start.get(0), start.get(1), texts.get("learn.chart.start")),
                List.of(),
                List.of());
    }

    @Override
    public String toCsv(RavineDescents found) {
        return found.descents().toCsv();
    }
}
