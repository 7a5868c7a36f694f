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

/** Descents on a parabola from the same start with different learning rates. */
final class RateIllustration implements Illustration<DescentPaths, DescentChartModel> {
    private final DescentSetup setup = LinkedSettings.descent("three-rates");
    private final DescentChart chart;

    RateIllustration(LabContext context) {
        chart = new DescentChart(context.appearance().chartTheme());
    }

    @Override
    public Document settingsDocument() {
        return new Document.OfDescent(setup);
    }

    @Override
    public DescentPaths compute() {
        return DescentPaths.of(setup);
    }

    @Override
    public DescentChart chart() {
        return chart;
    }

    @Override
    public DescentChartModel model(DescentPaths found, Texts texts) {
        ObjectiveFunction objective = found.objective();
        List<DescentLine> lines = new ArrayList<>();
        for (int k = 0; k < found.paths().size(); k++) {
            lines.add(line(k, objective, found.paths().get(k)));
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

    private DescentLine line(int racer, ObjectiveFunction objective, DescentPath path) {
        double rate = setup.racers().get(racer).learningRate();
        String name = "η = " + NumberFormats.format(rate);
        return new DescentLine(
                racer,
                Stability.regime(
                                rate,
                                objective.largestCurvature(path.x(0)),
                                setup.racers().get(racer).optimizer())
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
    public String toCsv(DescentPaths found) {
        return found.toCsv();
    }
}
