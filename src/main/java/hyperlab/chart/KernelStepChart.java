package hyperlab.chart;

import org.jfree.chart.JFreeChart;

/**
 * One place of a kernel worked out: the pixels under it times the kernel, the products, the sum of each row, and the sum
 * of all, which is the feature map's number. A shown one belongs to the FX thread.
 */
public final class KernelStepChart {
    private final KernelStep step = new KernelStep();
    private final JFreeChart chart;

    /**
     * What it shows.
     *
     * @param side of the kernel
     * @param pixels side² of them, row by row
     * @param tones how pixels become colours
     * @param kernel likewise
     * @param products of pixels and kernel
     * @param rowSums of the products
     * @param sum of all, written as it stands
     * @param sumBound the number of the sum's strongest colour
     * @param names of pixels, kernel, products and row sums
     * @param place under the sum
     */
    public record Picture(
            int side,
            double[] pixels,
            Tones tones,
            double[] kernel,
            double[] products,
            double[] rowSums,
            double sum,
            double sumBound,
            Names names,
            String place) {}

    /** What stands above the parts. */
    public record Names(String pixels, String kernel, String products, String rowSums) {}

    public KernelStepChart(ChartTheme theme) {
        chart = BlankPlot.with(step, theme);
    }

    public JFreeChart chart() {
        return chart;
    }

    public void style(ChartStyle style) {
        style.apply(chart);
    }

    public void show(Picture picture) {
        step.show(picture);
    }
}
