package hyperlab.lab.learn.illustration;

import hyperlab.chart.activation.MedianChart;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.MarkerShape;
import hyperlab.descent.DescentSetup;
import hyperlab.file.Document;
import hyperlab.lab.LabContext;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** The learning rate of each step under a constant rate and two schedules. */
final class ScheduleIllustration extends LineIllustration<List<double[]>> {
    private final DescentSetup setup = LinkedSettings.descent("schedules");

    ScheduleIllustration(LabContext context) {
        super(context);
    }

    @Override
    public Document settingsDocument() {
        return new Document.OfDescent(setup);
    }

    @Override
    public List<double[]> compute() {
        return setup.racers().stream().map(this::rates).toList();
    }

    private double[] rates(DescentSetup.Racer racer) {
        double[] rates = new double[setup.steps()];
        for (int step = 0; step < rates.length; step++) {
            rates[step] = racer.schedule().rateAt(racer.learningRate(), step, rates.length);
        }
        return rates;
    }

    @Override
    public MedianChart.Model model(List<double[]> results, Texts texts) {
        List<MedianChart.Line> lines = new ArrayList<>();
        for (double[] rates : results) {
            lines.add(line(
                    texts.get("component.schedule."
                            + setup.racers().get(lines.size()).schedule().name()),
                    CurveStyle.series(lines.size()).with(MarkerShape.NONE),
                    CsvColumns.indices(rates.length),
                    rates));
        }
        return lineChart(
                lines,
                0,
                setup.steps() - 1.0,
                false,
                texts.get("learning-rate.chart.step.axis"),
                texts.get("learn.chart.learningRate"));
    }

    @Override
    public String toCsv(List<double[]> results) {
        return CsvColumns.toCsv(
                List.of("step", "constant", "step decay", "cosine"),
                CsvColumns.indices(setup.steps()),
                results.get(0),
                results.get(1),
                results.get(2));
    }
}
