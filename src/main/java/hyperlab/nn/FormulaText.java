package hyperlab.nn;

import java.math.BigDecimal;

/** Parts of formulas in LaTeX. */
final class FormulaText {
    private FormulaText() {}

    /** One expression for x &gt; 0, another for x ≤ 0. */
    static String cases(String name, String above, String below) {
        return name + " = \\begin{cases} " + above + " & \\quad x > 0 \\\\ " + below
                + " & \\quad x \\le 0 \\end{cases}";
    }

    /** A product; the factor 1 is omitted. */
    static String times(double factor, String of) {
        return factor == 1 ? of : number(factor) + "\\," + of;
    }

    static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
