package hyperlab.chart.convolution;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The products of a step, their row sums and the total, rounded so that the shown products of a row add up to its shown
 * sum, and the shown row sums to the shown total. The total is rounded to the nearest number; each of the others to the
 * next lower or the next higher one.
 *
 * @param decimals the number of decimals of all of them
 * @param products row by row, in units of the last decimal
 * @param rowSums in units of the last decimal
 * @param total in units of the last decimal
 */
record StepNumbers(int decimals, long[] products, long[] rowSums, long total) {
    /** Beyond this magnitude, units of the last decimal are no longer exact. */
    private static final double MAX_MAGNITUDE = 1e9;
    /** Numbers closer to a multiple of the last decimal than this share of it are that multiple. */
    private static final double SNAP = 1e-6;

    private static final int MAX_DECIMALS = 6;

    /**
     * Rounds a step.
     *
     * @param products side² numbers, row by row
     * @param rowSums the sum of each row
     * @param sum of all products
     */
    static StepNumbers of(double[] products, double[] rowSums, double sum, int decimals) {
        double unit = Math.pow(10, decimals);
        long total = Math.round(sum * unit);
        long[] rows = apportion(rowSums, total, unit);
        int side = rowSums.length;
        long[] units = new long[products.length];
        for (int row = 0; row < side; row++) {
            double[] terms = new double[side];
            System.arraycopy(products, row * side, terms, 0, side);
            System.arraycopy(apportion(terms, rows[row], unit), 0, units, row * side, side);
        }
        return new StepNumbers(decimals, units, rows, total);
    }

    /**
     * The number of decimals that suits a step: two, more if all numbers are small, fewer if some are large.
     *
     * @param largest the largest magnitude of the step
     */
    static int decimals(double largest) {
        if (largest >= 100) {
            return largest >= 1000 ? 0 : 1;
        }
        return largest >= 0.1 || largest == 0 ? 2 : (int) Math.min(MAX_DECIMALS, 1 - Math.floor(Math.log10(largest)));
    }

    /** Whether a step of this magnitude can be written with a fixed number of decimals. */
    static boolean suits(double largest) {
        return largest == 0 || (largest >= Math.pow(10, -MAX_DECIMALS) && largest <= MAX_MAGNITUDE);
    }

    /** Rounds each term down, and then the terms with the largest remainders up, until they add up to the total. */
    private static long[] apportion(double[] terms, long total, double unit) {
        long[] units = new long[terms.length];
        double[] remainders = new double[terms.length];
        long missing = total;
        for (int k = 0; k < terms.length; k++) {
            double exact = terms[k] * unit;
            double nearest = Math.rint(exact);
            double floor = Math.abs(exact - nearest) < SNAP ? nearest : Math.floor(exact);
            units[k] = (long) floor;
            remainders[k] = Math.max(0, exact - floor);
            missing -= units[k];
        }
        List<Integer> order = IntStream.range(0, terms.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> remainders[k]).reversed())
                .toList();
        for (int k = 0; k < Math.min(missing, terms.length); k++) {
            units[order.get(k)]++;
        }
        return units;
    }

    /** The texts of the products; one that is not zero but rounds to it is 0.00, unlike an exact 0. */
    List<String> productTexts(double[] exact) {
        return IntStream.range(0, products.length)
                .mapToObj(k -> products[k] == 0 && exact[k] != 0 ? zero() : text(products[k]))
                .toList();
    }

    private String zero() {
        return decimals == 0 ? "0" : "0." + "0".repeat(decimals);
    }

    List<String> rowSumTexts() {
        return LongStream.of(rowSums).mapToObj(this::text).toList();
    }

    String totalText() {
        return text(total);
    }

    /** The terms of each row that are not zero, and their sum if there are several, such as "0.12 − 0.9 = −0.78". */
    List<String> rowTermTexts() {
        return IntStream.range(0, rowSums.length)
                .mapToObj(row -> {
                    String terms = rowTerms(row);
                    return terms.contains(" ") ? terms + " = " + text(rowSums[row]) : terms;
                })
                .toList();
    }

    private String rowTerms(int row) {
        int side = rowSums.length;
        List<String> terms = new ArrayList<>();
        for (int column = 0; column < side; column++) {
            long units = products[row * side + column];
            if (units != 0) {
                String sign = units < 0 ? "− " : "+ ";
                terms.add(terms.isEmpty() ? text(units) : sign + text(Math.abs(units)));
            }
        }
        return terms.isEmpty() ? "0" : String.join(" ", terms);
    }

    private String text(long units) {
        BigDecimal number = BigDecimal.valueOf(units, decimals).stripTrailingZeros();
        String text = (number.scale() < 0 ? number.setScale(0, RoundingMode.UNNECESSARY) : number).toPlainString();
        return text.replace('-', '−');
    }
}
