package hyperlab.chart.convolution;

import hyperlab.chart.style.ChartStyle;
import hyperlab.text.NumberFormats;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The numbers of a step as text.
 *
 * @param pixels empty if they do not fit into their cells
 * @param kernel empty if they do not fit into their cells
 * @param products empty if they do not fit into their cells
 * @param rowTerms the products of each row and their sum
 * @param rowSums the sum of each row
 * @param total the sum of all
 * @param exact whether each shown pixel times the shown kernel number is exactly the product, which is shown in its cell
 *     or as a term of its row; true if pixels or kernel are not shown
 */
record StepTexts(
        List<String> pixels,
        List<String> kernel,
        List<String> products,
        List<String> rowTerms,
        List<String> rowSums,
        String total,
        boolean exact) {
    /** The texts for cells of a side. Products have fewer decimals if more do not fit. */
    static StepTexts of(KernelStepChart.Model step, double side, ChartStyle style) {
        List<String> pixels = NumberGrid.texts(step.pixels(), side, style);
        List<String> kernel = NumberGrid.texts(step.kernel(), side, style);
        double largest = DoubleStream.concat(
                        DoubleStream.of(step.sum()),
                        DoubleStream.concat(DoubleStream.of(step.products()), DoubleStream.of(step.rowSums())))
                .map(Math::abs)
                .max()
                .orElse(0);
        if (!StepNumbers.suits(largest)) {
            return rounded(step, pixels, kernel, side, style);
        }
        int decimals = StepNumbers.decimals(largest);
        StepNumbers numbers = round(step, decimals);
        List<String> products = numbers.productTexts(step.products());
        if (decimals > 1 && !NumberGrid.fits(products, side, style)) {
            StepNumbers shorter = round(step, decimals - 1);
            List<String> shorterProducts = shorter.productTexts(step.products());
            boolean fits = NumberGrid.fits(shorterProducts, side, style);
            numbers = fits ? shorter : numbers;
            products = fits ? shorterProducts : List.of();
        } else if (!NumberGrid.fits(products, side, style)) {
            products = List.of();
        }
        return new StepTexts(
                pixels,
                kernel,
                products,
                numbers.rowTermTexts(),
                numbers.rowSumTexts(),
                numbers.totalText(),
                isExact(pixels, kernel, numbers.productTexts(step.products())));
    }

    private static StepNumbers round(KernelStepChart.Model step, int decimals) {
        return StepNumbers.of(step.products(), step.rowSums(), step.sum(), decimals);
    }

    /** Numbers that are too small or too large for decimals, each rounded on its own. */
    private static StepTexts rounded(
            KernelStepChart.Model step, List<String> pixels, List<String> kernel, double side, ChartStyle style) {
        List<String> sums =
                DoubleStream.of(step.rowSums()).mapToObj(NumberGrid::format).toList();
        return new StepTexts(
                pixels,
                kernel,
                NumberGrid.texts(step.products(), side, style),
                sums,
                sums,
                NumberGrid.format(step.sum()),
                false);
    }

    private static boolean isExact(List<String> pixels, List<String> kernel, List<String> products) {
        if (pixels.isEmpty() || kernel.isEmpty()) {
            return true;
        }
        for (int k = 0; k < products.size(); k++) {
            if ((pixels.get(k) + kernel.get(k) + products.get(k)).contains("×10")) {
                return false;
            }
            BigDecimal product = number(pixels.get(k)).multiply(number(kernel.get(k)));
            if (product.compareTo(number(products.get(k))) != 0) {
                return false;
            }
        }
        return true;
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replace('−', '-').replace(",", ""));
    }

    /** One product with its factors, each to four digits. */
    static String product(KernelStepChart.Model step, int index) {
        double pixel = step.pixels()[index];
        double kernel = step.kernel()[index];
        double product = step.products()[index];
        String sign = isExact(
                        List.of(NumberFormats.format(pixel)),
                        List.of(NumberFormats.format(kernel)),
                        List.of(NumberFormats.format(product)))
                ? " = "
                : " ≈ ";
        return "(" + (index / step.side() + 1) + ", " + (index % step.side() + 1) + "): " + NumberFormats.format(pixel)
                + " × " + NumberFormats.format(kernel) + sign + NumberFormats.format(product);
    }
}
