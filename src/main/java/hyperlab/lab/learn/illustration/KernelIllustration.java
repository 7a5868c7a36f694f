package hyperlab.lab.learn.illustration;

import hyperlab.chart.convolution.KernelStepChart;
import hyperlab.convolution.ConvolutionLabSettings;
import hyperlab.convolution.FeatureMap;
import hyperlab.file.Document;
import hyperlab.lab.LabContext;
import hyperlab.text.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The calculation of one step of a kernel on a handwritten digit, at the position where the feature map has its largest
 * magnitude.
 */
final class KernelIllustration implements Illustration<FeatureMap, KernelStepChart.Model> {
    private final ConvolutionLabSettings setup = LinkedSettings.convolution("kernel-3-stride-2");
    private final KernelStepChart chart;

    KernelIllustration(LabContext context) {
        chart = new KernelStepChart(context.appearance().chartTheme());
    }

    @Override
    public Document settingsDocument() {
        return new Document.OfConvolution(setup);
    }

    @Override
    public FeatureMap compute() {
        return FeatureMap.of(setup, setup.image().load());
    }

    private static FeatureMap.PositionDetail step(FeatureMap map) {
        double[] values = map.values();
        return map.detailAt(IntStream.range(0, values.length)
                .boxed()
                .max(Comparator.comparingDouble(place -> Math.abs(values[place])))
                .orElseThrow());
    }

    @Override
    public KernelStepChart chart() {
        return chart;
    }

    @Override
    public KernelStepChart.Model model(FeatureMap map, Texts texts) {
        return KernelStepChart.Model.of(map, step(map), texts);
    }

    @Override
    public String toCsv(FeatureMap map) {
        FeatureMap.PositionDetail step = step(map);
        return CsvColumns.toCsv(
                List.of("pixel", "kernel", "product"),
                step.pixels(),
                setup.kernel().toArray(),
                step.products());
    }
}
