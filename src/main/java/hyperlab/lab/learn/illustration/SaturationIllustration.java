package hyperlab.lab.learn.illustration;

import hyperlab.activation.ActivationLabSettings;
import hyperlab.chart.activation.FunctionChart;
import hyperlab.file.Document;
import hyperlab.lab.LabContext;
import hyperlab.nn.Activation;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Sigmoid and ReLU, each with its derivative. */
final class SaturationIllustration implements Illustration<List<FunctionChart.Line>, FunctionChart.Model> {
    private static final int SAMPLES = 241;
    private static final double MAX_Y = 2;

    private final ActivationLabSettings setup = LinkedSettings.activation("sigmoid-relu");
    private final FunctionChart chart;

    SaturationIllustration(LabContext context) {
        chart = new FunctionChart(
                context.messages().texts(), context.appearance().chartTheme());
    }

    @Override
    public Document settingsDocument() {
        return new Document.OfActivations(setup);
    }

    @Override
    public List<FunctionChart.Line> compute() {
        List<FunctionChart.Line> lines = new ArrayList<>();
        for (Activation activation : setup.selection().activations()) {
            String name = activation instanceof Activation.Sigmoid ? "σ" : "ReLU";
            lines.add(line(lines.size(), name, activation::value, true));
            lines.add(line(lines.size(), name + "′", activation::derivative, false));
        }
        return lines;
    }

    private FunctionChart.Line line(int series, String name, DoubleUnaryOperator f, boolean chosen) {
        double from = setup.selection().from();
        double to = setup.selection().to();
        double[] x = IntStream.range(0, SAMPLES)
                .mapToDouble(k -> from + (to - from) * k / (SAMPLES - 1))
                .toArray();
        return new FunctionChart.Line(
                series,
                name,
                x,
                Arrays.stream(x).map(f).toArray(),
                f.applyAsDouble(setup.selection().probe()),
                chosen);
    }

    @Override
    public FunctionChart chart() {
        return chart;
    }

    @Override
    public FunctionChart.Model model(List<FunctionChart.Line> results, Texts texts) {
        return new FunctionChart.Model(
                results,
                setup.selection().from(),
                setup.selection().to(),
                0,
                MAX_Y,
                setup.selection().probe(),
                List.of(),
                0,
                "",
                List.of());
    }

    @Override
    public String toCsv(List<FunctionChart.Line> results) {
        return CsvColumns.toCsv(
                List.of("x", "sigmoid", "sigmoid derivative", "relu", "relu derivative"),
                results.get(0).x(),
                results.get(0).y(),
                results.get(1).y(),
                results.get(2).y(),
                results.get(3).y());
    }
}
