package hyperlab.chart.convolution;

import hyperlab.chart.AnnotationChart;
import hyperlab.chart.ColorScale;
import hyperlab.chart.style.ChartTheme;
import hyperlab.convolution.FeatureMap;
import hyperlab.convolution.KernelSelection;
import hyperlab.text.Texts;

/**
 * The calculation at one position of a kernel: the pixels under the kernel times the kernel, the products, the sum of
 * each row, and the total, which is the value in the feature map.
 */
public final class KernelStepChart extends AnnotationChart<KernelStepChart.Model, KernelStep> {
    /**
     * What the chart shows.
     *
     * @param side number of rows and columns of the kernel
     * @param pixels side² values, row by row
     * @param tones how pixels become colors
     * @param kernel side² values, row by row
     * @param products of pixels and kernel, element by element
     * @param rowSums of the products
     * @param sum the total, shown as given
     * @param sumBound the absolute value with the strongest color, for the sum
     * @param names of pixels, kernel, products, and row sums
     * @param positionText text under the sum
     */
    public record Model(
            int side,
            double[] pixels,
            ColorScale tones,
            double[] kernel,
            double[] products,
            double[] rowSums,
            double sum,
            double sumBound,
            Names names,
            String positionText) {
        /** The step of a feature map at one position of the kernel. */
        public static Model of(FeatureMap map, FeatureMap.PositionDetail step, Texts texts) {
            KernelSelection kernel = map.settings().kernel();
            return new Model(
                    kernel.side(),
                    step.pixels(),
                    map.image().ink() ? ColorScale.MONOCHROME : ColorScale.GRAYSCALE,
                    kernel.toArray(),
                    step.products(),
                    step.rowSums(),
                    step.sum(),
                    map.maxAbsValue(),
                    new Names(
                            texts.get("convolution.step.pixels"),
                            texts.get("convolution.step.kernel"),
                            texts.get("convolution.step.products"),
                            texts.get("convolution.step.rowSums")),
                    texts.get(
                            "convolution.step.place",
                            Integer.toString(step.row() + 1),
                            Integer.toString(step.column() + 1)));
        }
    }

    /** The titles above the parts. */
    public record Names(String pixels, String kernel, String products, String rowSums) {}

    public KernelStepChart(ChartTheme theme) {
        super(new KernelStep(), theme);
    }
}
