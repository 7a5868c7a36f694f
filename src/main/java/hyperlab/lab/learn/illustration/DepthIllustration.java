package hyperlab.lab.learn.illustration;

import hyperlab.activation.ActivationLabSettings;
import hyperlab.activation.DepthSettings;
import hyperlab.activation.DepthStudy;
import hyperlab.chart.activation.MedianChart;
import hyperlab.chart.style.CurveStyle;
import hyperlab.file.Document;
import hyperlab.lab.LabContext;
import hyperlab.text.Texts;
import hyperlab.train.Quantiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The backward signal through the layers of networks with sigmoid and with ReLU. */
final class DepthIllustration extends LineIllustration<List<DepthStudy.DepthLineResult>> {
    private static final double INITIAL = 10;
    private static final List<Double> LAYERS =
            IntStream.rangeClosed(2, 20).mapToObj(Double::valueOf).toList();

    private final ActivationLabSettings setup = LinkedSettings.activation("sigmoid-10");

    DepthIllustration(LabContext context) {
        super(context);
    }

    @Override
    public Document settingsDocument() {
        return new Document.OfActivations(setup);
    }

    @Override
    public Optional<Adjustment<List<DepthStudy.DepthLineResult>>> adjustment() {
        return Optional.of(new Adjustment<>(
                LAYERS, INITIAL, this::compute, layers -> new Document.OfActivations(setup.withDepth(with(layers)))));
    }

    private DepthSettings with(double layers) {
        return setup.depth().withLayers((int) layers);
    }

    @Override
    public List<DepthStudy.DepthLineResult> compute() {
        return compute(INITIAL);
    }

    private List<DepthStudy.DepthLineResult> compute(double layers) {
        List<DepthSettings.DepthLine> lines = setup.selection().activations().stream()
                .map(function ->
                        new DepthSettings.DepthLine(function, setup.depth().initialization()))
                .toList();
        List<DepthStudy.DepthLineResult> results = new ArrayList<>();
        new DepthStudy(lines, with(layers), setup.seed())
                .run(
                        (flows, share) -> {
                            results.clear();
                            results.addAll(flows);
                        },
                        () -> false);
        return List.copyOf(results);
    }

    @Override
    public MedianChart.Model model(List<DepthStudy.DepthLineResult> results, Texts texts) {
        List<MedianChart.Line> lines = new ArrayList<>();
        for (DepthStudy.DepthLineResult flow : results) {
            lines.add(new MedianChart.Line(
                    texts.get("component.activation." + flow.line().function().name()),
                    CurveStyle.series(lines.size()),
                    layers(flow),
                    values(flow, Quantiles::median),
                    values(flow, Quantiles::lower),
                    values(flow, Quantiles::upper)));
        }
        return new MedianChart.Model(
                lines,
                1,
                results.get(0).backward().size(),
                false,
                true,
                texts.get("learn.chart.layer"),
                texts.get("learn.chart.back"),
                Double.NaN,
                Double.NaN,
                1,
                Double.NaN,
                "");
    }

    private static double[] layers(DepthStudy.DepthLineResult flow) {
        double[] layers = CsvColumns.indices(flow.backward().size());
        for (int k = 0; k < layers.length; k++) {
            layers[k]++;
        }
        return layers;
    }

    private static double[] values(DepthStudy.DepthLineResult flow, ToDoubleFunction<Quantiles> of) {
        return flow.backward().stream().mapToDouble(of).toArray();
    }

    @Override
    public String toCsv(List<DepthStudy.DepthLineResult> results) {
        return CsvColumns.toCsv(
                List.of("layer", "sigmoid", "relu"),
                layers(results.get(0)),
                values(results.get(0), Quantiles::median),
                values(results.get(1), Quantiles::median));
    }
}
