package hyperlab.app.convolution;

import hyperlab.chart.CurveLook;
import hyperlab.chart.Ink;
import hyperlab.chart.Marker;
import hyperlab.chart.WholeNumberChart;
import hyperlab.convolution.KernelStudy;
import hyperlab.convolution.KernelStudy.Measured;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The charts of the study's results so far, by kernel size, with one line for each stride. */
final class KernelStudyChartContent {
    private final Texts texts;

    KernelStudyChartContent(Texts texts) {
        this.texts = texts;
    }

    /** @param highlighted the result to highlight; null for none */
    WholeNumberChart.Picture accuracy(List<Measured> found, @Nullable Measured highlighted) {
        return picture(found, highlighted, Measured::accuracies, "chart.accuracy", Double.NaN, Double.NaN);
    }

    /** @param highlighted the result to highlight; null for none */
    WholeNumberChart.Picture seconds(List<Measured> found, @Nullable Measured highlighted) {
        return picture(found, highlighted, Measured::seconds, "convolution.measure.secondsAxis", 0, Double.NaN);
    }

    private WholeNumberChart.Picture picture(
            List<Measured> found,
            @Nullable Measured highlighted,
            Function<Measured, List<Double>> numbers,
            String axis,
            double lowest,
            double highest) {
        List<WholeNumberChart.Line> lines = new ArrayList<>();
        for (int stride : KernelStudy.STRIDES) {
            List<WholeNumberChart.Point> points = found.stream()
                    .filter(each -> each.stride() == stride)
                    .map(each -> new WholeNumberChart.Point(
                            each.kernel(),
                            Measured.median(numbers.apply(each)),
                            Collections.min(numbers.apply(each)),
                            Collections.max(numbers.apply(each))))
                    .toList();
            if (!points.isEmpty()) {
                lines.add(new WholeNumberChart.Line(points, CurveLook.series(stride - 1), "s = " + stride));
            }
        }
        if (highlighted != null) {
            lines.add(new WholeNumberChart.Line(
                    List.of(WholeNumberChart.Point.of(highlighted.kernel(), Measured.median(numbers.apply(highlighted)))),
                    CurveLook.points(Ink.series(highlighted.stride() - 1), Marker.CIRCLE)
                            .radius(CurveLook.CURRENT_RADIUS),
                    ""));
        }
        return new WholeNumberChart.Picture(
                lines,
                texts.get("convolution.cost.kernel"),
                texts.get(axis),
                false,
                lowest,
                highest,
                KernelStudy.KERNELS.get(0),
                KernelStudy.KERNELS.get(KernelStudy.KERNELS.size() - 1));
    }
}
