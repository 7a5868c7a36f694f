package hyperlab.lab.learn.illustration;

import hyperlab.chart.descent.DescentChart;
import hyperlab.chart.descent.DescentChartModel;
import hyperlab.chart.descent.DescentLine;
import hyperlab.descent.DescentPath;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.descent.Stability;
import hyperlab.file.Document;
import hyperlab.lab.LabContext;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Descents on a parabola from the same start with different learning rates. */
final class RateIllustration implements Illustration<RateIllustration.Descents, DescentChartModel> {
    private static final int VARIED = 2;
    private static final double INITIAL = 2.1;
    private static final List<Double> RATES =
            IntStream.rangeClosed(1, 24).mapToObj(k -> k / 10.0).toList();

    private final DescentSetup setup = LinkedSettings.descent("three-rates");
    private final DescentChart chart;

    RateIllustration(LabContext context) {
        chart = new DescentChart(context.appearance().chartTheme());
    }

    /** The settings and the descents that follow from them. */
    record Descents(DescentSetup setup, DescentPaths paths) {}

    @Override
    public Document settingsDocument() {
        return new Document.OfDescent(setup);
    }

    @Override
    public Optional<Adjustment<Descents>> adjustment() {
        return Optional.of(new Adjustment<>(RATES, INITIAL, this::compute, rate -> new Document.OfDescent(with(rate))));
    }

    private DescentSetup with(double rate) {
        return setup.withRacer(VARIED, racer -> racer.withLearningRate(rate));
    }

    private Descents compute(double rate) {
        DescentSetup changed = with(rate);
        return new Descents(changed, DescentPaths.of(changed));
    }

    @Override
    public Descents compute() {
        return compute(INITIAL);
    }

    @Override
    public DescentChart chart() {
        return chart;
    }

    @Override
    public DescentChartModel model(Descents found, Texts texts) {
        ObjectiveFunction objective = found.paths().objective();
        List<DescentLine> lines = new ArrayList<>();
        for (int k = 0; k < found.paths().paths().size(); k++) {
            lines.add(line(
                    k,
                    found.setup().racers().get(k),
                    objective,
                    found.paths().paths().get(k)));
        }
        double start = setup.start().get(0);
        return new DescentChartModel(
                x -> objective.value(x),
                "f(x) = " + objective.formula(),
                objective.window(),
                start,
                setup.steps(),
                lines,
                null,
                Double.NaN,
                texts.get("learn.chart.startAt", NumberFormats.format(start)),
                "",
                List.of());
    }

    private static DescentLine line(
            int index, DescentSetup.Racer racer, ObjectiveFunction objective, DescentPath path) {
        double rate = racer.learningRate();
        String name = "η = " + NumberFormats.format(rate);
        return new DescentLine(
                index,
                Stability.regime(rate, objective.largestCurvature(path.x(0)), racer.optimizer())
                        .orElse(null),
                name,
                name,
                path.steps(),
                path.diverged(),
                path::x,
                path::value,
                -1);
    }

    @Override
    public String toCsv(Descents found) {
        return found.paths().toCsv();
    }
}
