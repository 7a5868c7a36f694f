package hyperlab.lab.convolution;

import hyperlab.chart.ErrorBarLine;
import hyperlab.chart.convolution.IntegerAxisChart;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.ThemeColor;
import hyperlab.convolution.KernelSizeStudy;
import hyperlab.convolution.KernelSizeStudy.KernelSizeResult;
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
    IntegerAxisChart.Model accuracy(List<KernelSizeResult> results, @Nullable KernelSizeResult highlighted) {
        return picture(results, highlighted, KernelSizeResult::accuracies, "chart.accuracy", Double.NaN, Double.NaN);
    }

    /** @param highlighted the result to highlight; null for none */
    IntegerAxisChart.Model seconds(List<KernelSizeResult> results, @Nullable KernelSizeResult highlighted) {
        return picture(
                results, highlighted, KernelSizeResult::seconds, "convolution.measure.secondsAxis", 0, Double.NaN);
    }

    private IntegerAxisChart.Model picture(
            List<KernelSizeResult> results,
            @Nullable KernelSizeResult highlighted,
            Function<KernelSizeResult, List<Double>> numbers,
            String axis,
            double lowest,
            double highest) {
        List<ErrorBarLine> lines = new ArrayList<>();
        for (int stride : KernelSizeStudy.STRIDES) {
            List<ErrorBarLine.Point> points = results.stream()
                    .filter(each -> each.stride() == stride)
                    .map(each -> new ErrorBarLine.Point(
                            each.kernel(),
                            KernelSizeResult.median(numbers.apply(each)),
                            Collections.min(numbers.apply(each)),
                            Collections.max(numbers.apply(each))))
                    .toList();
            if (!points.isEmpty()) {
                lines.add(new ErrorBarLine(points, CurveStyle.series(stride - 1), "s = " + stride));
            }
        }
        if (highlighted != null) {
            lines.add(new ErrorBarLine(
                    List.of(ErrorBarLine.Point.of(
                            highlighted.kernel(), KernelSizeResult.median(numbers.apply(highlighted)))),
                    CurveStyle.points(ThemeColor.series(highlighted.stride() - 1), MarkerShape.CIRCLE)
                            .radius(CurveStyle.CURRENT_RADIUS),
                    ""));
        }
        return new IntegerAxisChart.Model(
                lines,
                texts.get("convolution.cost.kernel"),
                texts.get(axis),
                false,
                lowest,
                highest,
                KernelSizeStudy.KERNEL_SIZES.get(0),
                KernelSizeStudy.KERNEL_SIZES.get(KernelSizeStudy.KERNEL_SIZES.size() - 1));
    }
}
