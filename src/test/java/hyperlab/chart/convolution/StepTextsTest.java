package hyperlab.chart.convolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.ColorScale;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.convolution.ConvolutionLabSettings;
import hyperlab.convolution.FeatureMap;
import hyperlab.convolution.KernelSelection;
import hyperlab.image.KnownFilter;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepTextsTest {
    private static final ChartStyle STYLE = ChartStyle.of(ChartTheme.LIGHT);
    private static final double LARGE_CELL = 60;
    private static final double SMALL_CELL = 16;

    private static KernelStepChart.Model step(int side, double[] pixels, double... kernel) {
        double[] products = new double[pixels.length];
        double[] rowSums = new double[side];
        double sum = 0;
        for (int k = 0; k < products.length; k++) {
            products[k] = pixels[k] * kernel[k];
            rowSums[k / side] += products[k];
            sum += products[k];
        }
        return model(side, pixels, kernel, products, rowSums, sum);
    }

    private static KernelStepChart.Model model(
            int side, double[] pixels, double[] kernel, double[] products, double[] rowSums, double sum) {
        KernelStepChart.Names names = new KernelStepChart.Names("", "", "", "");
        return new KernelStepChart.Model(
                side, pixels, ColorScale.MONOCHROME, kernel, products, rowSums, sum, 1, names, "");
    }

    private static KernelStepChart.Model step(FeatureMap map, int position) {
        FeatureMap.PositionDetail detail = map.detailAt(position);
        return model(
                map.settings().kernel().side(),
                detail.pixels(),
                map.settings().kernel().toArray(),
                detail.products(),
                detail.rowSums(),
                detail.sum());
    }

    private static BigDecimal sum(List<String> texts) {
        return texts.stream()
                .map(text -> new BigDecimal(text.replace('−', '-')))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void assertEqual(BigDecimal expected, BigDecimal actual) {
        assertEquals(0, expected.compareTo(actual), expected + " and " + actual);
    }

    /** The products do not fit into their cells; the terms of their rows show that the pixels are rounded. */
    @Test
    void roundedPixelsAreNotExactWithoutTheProducts() {
        double[] pixels = {0.01, 0.1439, 1, 0.12, 0.9365, 1, 0.93, 1, 1};
        StepTexts texts = StepTexts.of(step(3, pixels, -1, 0, 1, -2, 0, 2, -1, 0, 1), SMALL_CELL, STYLE);
        assertFalse(texts.pixels().isEmpty());
        assertTrue(texts.products().isEmpty());
        assertFalse(texts.exact());
    }

    /** Rounded one by one, three thirds are 0.33 + 0.33 + 0.33, which is not the shown sum 1. */
    @Test
    void thirdsAddUpToOne() {
        double third = 1 / 3.0;
        StepTexts texts = StepTexts.of(
                step(3, new double[] {third, 0, 0, third, 0, 0, third, 0, 0}, 1, 1, 1, 1, 1, 1, 1, 1, 1),
                LARGE_CELL,
                STYLE);
        assertEquals("1", texts.total());
        assertEqual(BigDecimal.ONE, sum(texts.rowSums()));
        assertEqual(BigDecimal.ONE, sum(texts.products()));
    }

    @ParameterizedTest
    @CsvSource({"SOBEL_X, 3, 60", "GAUSSIAN, 5, 60", "GAUSSIAN, 5, 22", "LAPLACIAN, 3, 60", "SHARPEN, 3, 24"})
    void shownTermsAddUpAtEveryPosition(KnownFilter filter, int side, double cell) {
        FeatureMap map = FeatureMap.of(
                ConvolutionLabSettings.DEFAULT.withKernel(KernelSelection.of(filter, side)),
                ConvolutionLabSettings.DEFAULT.image().load());
        boolean withNumbers = false;
        for (int position = 0; position < map.positionCount(); position++) {
            FeatureMap.PositionDetail detail = map.detailAt(position);
            StepTexts texts = StepTexts.of(step(map, position), cell, STYLE);
            BigDecimal total = new BigDecimal(texts.total().replace('−', '-'));
            assertEqual(total, sum(texts.rowSums()));
            assertEquals(detail.sum(), total.doubleValue(), cell > 30 ? 0.00501 : 0.0501);
            if (!texts.products().isEmpty()) {
                withNumbers = true;
                for (int row = 0; row < side; row++) {
                    assertEqual(
                            new BigDecimal(texts.rowSums().get(row).replace('−', '-')),
                            sum(texts.products().subList(row * side, (row + 1) * side)));
                }
                for (int k = 0; k < side * side; k++) {
                    double shown = Double.parseDouble(texts.products().get(k).replace('−', '-'));
                    assertEquals(detail.products()[k], shown, cell > 30 ? 0.01 : 0.1);
                }
            }
        }
        assertTrue(withNumbers);
    }

    @Test
    void productsAreEqualOnlyIfTheShownFactorsGiveThem() {
        double[] ones = {1, 1, 1, 1};
        assertTrue(StepTexts.of(step(2, new double[] {0.5, 0, 1, 0.25}, ones), LARGE_CELL, STYLE)
                .exact());
        assertFalse(StepTexts.of(step(2, new double[] {0.994, 0, 1, 0}, 2, 2, 2, 2), LARGE_CELL, STYLE)
                .exact());
    }

    /** Without room for the products, each row lists those that are not zero. */
    @Test
    void rowsListTheirProducts() {
        StepTexts texts = StepTexts.of(step(2, new double[] {0.5, 0.25, 0, 0}, 1, -1, 3, 3), 6, STYLE);
        assertEquals(List.of(), texts.products());
        assertEquals(List.of("0.5 − 0.25 = 0.25", "0"), texts.rowTerms());
        assertEquals(List.of("0.25", "0"), texts.rowSums());
    }

    @Test
    void smallKernelsHaveMoreDecimals() {
        StepTexts texts = StepTexts.of(step(1, new double[] {1}, 0.00123), LARGE_CELL, STYLE);
        assertEquals("0.0012", texts.total());
        assertEquals(
                "1×10⁻⁹",
                StepTexts.of(step(1, new double[] {1}, 1e-9), LARGE_CELL, STYLE).total());
        assertEquals(
                "1234",
                StepTexts.of(step(1, new double[] {1}, 1234.4), LARGE_CELL, STYLE)
                        .total());
    }

    @Test
    void pointerReadsTheWholeProduct() {
        KernelStepChart.Model step = step(2, new double[] {0, 0.99375, 0, 0}, 1, -2, 1, 1);
        assertEquals("(1, 2): 0.9938 × −2 ≈ −1.988", StepTexts.product(step, 1));
        assertEquals("(2, 1): 0 × 1 = 0", StepTexts.product(step, 2));
    }
}
