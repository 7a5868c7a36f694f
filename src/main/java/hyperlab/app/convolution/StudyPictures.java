package hyperlab.app.convolution;

import hyperlab.chart.CurveLook;
import hyperlab.chart.WholeNumberChart;
import hyperlab.convolution.KernelStudy;
import hyperlab.convolution.KernelStudy.Measured;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** What a study has found so far, against the side of the kernel, a line a stride. */
final class StudyPictures {
    private final Texts texts;

    StudyPictures(Texts texts) {
        this.texts = texts;
    }

    WholeNumberChart.Picture accuracy(List<Measured> found) {
        return picture(found, Measured::accuracies, "chart.accuracy", Double.NaN, Double.NaN);
    }

    WholeNumberChart.Picture seconds(List<Measured> found) {
        return picture(found, Measured::seconds, "convolution.measure.secondsAxis", 0, Double.NaN);
    }

    private WholeNumberChart.Picture picture(
            List<Measured> found,
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
