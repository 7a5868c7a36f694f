package hyperlab.descent.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.rule.InvalidInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {
    @ParameterizedTest
    @MethodSource("reference")
    void valueGradientAndHessianAgreeWithPyTorch(String row) {
        String[] cells = row.split(";", -1);
        Formula formula = Formula.of(cells[0]);
        Jet jet = formula.jetAt(Double.parseDouble(cells[1]), Double.parseDouble(cells[2]));
        double[] found = {jet.value(), jet.dx(), jet.dy(), jet.dxx(), jet.dxy(), jet.dyy()};
        for (int i = 0; i < found.length; i++) {
            double expected = Double.parseDouble(cells[3 + i]);
            assertEquals(expected, found[i], 1e-12 * Math.max(1, Math.abs(expected)), row);
        }
    }

    static Stream<String> reference() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(FormulaTest.class.getResourceAsStream("derivatives.csv")),
                StandardCharsets.UTF_8))) {
            List<String> rows = reader.lines().skip(1).toList();
            assertEquals(168, rows.size());
            return rows.stream();
        }
    }

    /** Operator precedence, shown by the parentheses that remain when the formula is printed. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -x^2           | −x^2
            (-x)^2         | (−x)^2
            2^3^x          | 2^3^x
            (2^3)^x        | (2^3)^x
            2^-3*x         | 2^−3·x
            2^-x^2         | 2^−x^2
            x - 2 - 3      | x − 2 − 3
            x - (2 - 3)    | x − (2 − 3)
            x/2/3          | x/2/3
            x/(2/3)        | x/(2/3)
            x/2*3          | x/2·3
            -x*2           | −x·2
            -(x*2)         | −(x·2)
            2*-x           | 2·(−x)
            2 - -x         | 2 − (−x)
            --x            | −(−x)
            2x             | 2·x
            -2x            | −2·x
            2x^2           | 2·x^2
            2 x y          | 2·x·y
            2e + x         | 2·e + x
            -2x y          | −2·x·y
            2*-3x          | 2·(−3·x)
            2e3x           | 2000·x
            2e-3x          | 0.002·x
            2e-x           | 2·e − x
            3(x + 1)       | 3·(x + 1)
            (x+1)(x-1)     | (x + 1)·(x − 1)
            (x+1)x         | (x + 1)·x
            (x^2)x         | x^2·x
            x²y            | x^2·y
            x²³            | (x^2)^3
            2 sin(x)cos(x) | 2·sin(x)·cos(x)
            sin(x)^2       | sin(x)^2
            2x/3           | 2·x/3
            min(x, -y)     | min(x, −y)
            − x × 2 ÷ π·x⋅x | −x·2/π·x·x
            .5x + 2.       | 0.5·x + 2
            1E+20x         | 1e20·x
            1e−5x          | 1e-5·x
            ln(x)          | ln(x)
            """)
    void followsMathematicalPrecedence(String text, String printed) {
        assertEquals(printed, Formula.of(text).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``            | -1 | must not be empty
            3             | -1 | must contain x: a constant has no slope
            x +           | 4  | must be a number, a name or "(", got the end
            x + )         | 5  | must be a number, a name or "(", got ")"
            *x            | 1  | must be a number, a name or "(", got "*"
            +x            | 1  | must be a number, a name or "(", got "+"
            x**2          | 3  | must be a number, a name or "(", got "*"
            ()            | 2  | must be a number, a name or "(", got ")"
            (x + 1        | 7  | must be an operator or ")", got the end
            x + 1)        | 6  | must be an operator or the end, got ")"
            x 2           | 3  | must be an operator or the end, got "2"
            1.2.3x        | 4  | must be an operator or the end, got ".3"
            x!            | 2  | must be an operator or the end, got "!"
            x = 3         | 3  | must be an operator or the end, got "="
            x, y          | 2  | must be an operator or the end, got ","
            x^            | 3  | must be a number, a name or "(", got the end
            x + 😀        | 5  | must be a number, a name or "(", got "😀"
            X^2           | 1  | "X" is not a known name (nearest: x)
            x + Sin(x)    | 5  | "Sin" is not a known name (nearest: sin)
            xy            | 1  | "xy" is not a known name (nearest: x)
            2sine(x)      | 2  | "sine" is not a known name (nearest: sin)
            x*thisisaverylongnamethatneverends | 3 | "thisisaverylongnamethatnevere…" is not a known name (nearest: tanh)
            sin x         | 5  | must be the "(" of sin, got "x"
            sin           | 4  | must be the "(" of sin, got the end
            sin(x, y)     | 6  | must be an operator or ")", got ","
            min(x)        | 6  | must be an operator or the "," of min, got ")"
            min(x, y, x)  | 9  | must be an operator or ")", got ","
            1/2x          | 4  | needs a sign such as * before "x"
            x/y(x + 1)    | 4  | needs a sign such as * before "("
            x/2 sin(x)    | 5  | needs a sign such as * before "sin"
            x^2y          | 4  | needs a sign such as * before "y"
            2^3(x)        | 4  | needs a sign such as * before "("
            sin(x)^2 y    | 10 | needs a sign such as * before "y"
            x(x + 1)      | 2  | needs a sign such as * before "("
            2pi(x)        | 4  | needs a sign such as * before "("
            1e999x        | 1  | must be a finite number, got "1e999"
            """)
    void reportsErrorAndPosition(String text, int column, String rule) {
        String typed = text == null ? "" : text;
        String complaint = column < 0 ? rule : "column " + column + " " + rule;
        FormulaError fault = Formula.findError(typed, 2).orElseThrow();

        assertEquals(complaint, fault.toException("function").detail());
        assertEquals(column < 0 ? 0 : column - 1, fault.start());
        assertTrue(fault.end() >= fault.start() && fault.end() <= typed.length());
        assertEquals(
                "function " + complaint,
                assertThrows(InvalidInputException.class, () -> Formula.of(typed))
                        .getMessage());
    }

    @Test
    void marksInvalidCharacters() {
        FormulaError fault = Formula.findError("x + sine(x)", 2).orElseThrow();
        assertEquals(4, fault.start());
        assertEquals(8, fault.end());
    }

    @Test
    void rejectsYInFormulaOfOneVariable() {
        assertEquals(Optional.empty(), Formula.findError("x + y", 2));
        assertEquals(Optional.empty(), Formula.findError("x + 1", 1));
        FormulaError fault = Formula.findError("x + y", 1).orElseThrow();
        assertEquals(
                "column 5 must be x, the only variable here, got \"y\"",
                fault.toException("function").detail());
        assertEquals(4, fault.start());
    }

    @Test
    void detectsFormulaOfTwoVariablesByY() {
        assertEquals(1, Formula.of("x^2").dimensions());
        assertEquals(2, Formula.of("x + y").dimensions());
        assertEquals(2, Formula.of("y^2").dimensions());
    }

    @Test
    void preservesTextAsTyped() {
        assertEquals("x^2+1", Formula.of("  x^2+1 ").text());
        assertEquals("x^2 + 1", Formula.of("  x^2+1 ").toString());
    }

    @Test
    void limitsLengthDepthAndSize() {
        assertEquals(
                "must be at most 500 characters long, got 20001",
                complaint("(".repeat(10_000) + "x" + ")".repeat(10_000)));
        assertEquals(
                "column 65 must not be nested more than 64 levels deep",
                complaint("(".repeat(200) + "x" + ")".repeat(200)));
        assertEquals("column 65 must not be nested more than 64 levels deep", complaint("-".repeat(200) + "x"));
        assertEquals("column 130 must not be nested more than 64 levels deep", complaint("x" + "^2".repeat(100)));
        assertEquals("column 66 must not be nested more than 64 levels deep", complaint("x^" + "-".repeat(200) + "x"));
        assertEquals(
                "column 260 must not be nested more than 64 levels deep",
                complaint("sin(".repeat(70) + "x" + ")".repeat(70)));
        assertEquals("must have at most 300 parts, got more", complaint("x" + "+x".repeat(150)));
        assertEquals("must have at most 300 parts, got more", complaint("x" + "²".repeat(150)));
        assertEquals(Optional.empty(), Formula.findError("(".repeat(64) + "x" + ")".repeat(64), 2));
        assertEquals(Optional.empty(), Formula.findError("-".repeat(64) + "x", 2));
        assertEquals(Optional.empty(), Formula.findError("x" + "+x".repeat(149), 2));
        assertEquals(150, Formula.of("x" + "+x".repeat(149)).jetAt(1).value());
        assertEquals(Optional.empty(), Formula.findError(" ".repeat(Formula.MAX_LENGTH - 1) + "x", 2));
    }

    private static String complaint(String text) {
        return Formula.findError(text, 2).orElseThrow().toException("function").detail();
    }

    /** At the edges of domains: the limits where they exist, and NaN where they do not. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            log(x)      | -1  | NaN       | NaN       | NaN
            log(x)      | 0   | -Infinity | Infinity  | NaN
            sqrt(x)     | -1  | NaN       | NaN       | NaN
            sqrt(x)     | 0   | 0         | Infinity  | NaN
            1/x         | 0   | Infinity  | -Infinity | NaN
            x^0         | 0   | 1         | 0         | 0
            x^0         | -2  | 1         | 0         | 0
            log(x)^0    | -2  | NaN       | NaN       | NaN
            x^1         | 0   | 0         | 1         | 0
            x^2         | 0   | 0         | 0         | 2
            x^3         | 0   | 0         | 0         | 0
            x^3         | -2  | -8        | 12        | -12
            x^4         | -2  | 16        | -32       | 48
            x^(1 + 2)   | -2  | -8        | 12        | -12
            x^-1        | -2  | -0.5      | -0.25     | -0.25
            x^-2        | -2  | 0.25      | 0.25      | 0.375
            x^1.5       | 0   | 0         | 0         | Infinity
            x^1.5       | -1  | NaN       | NaN       | NaN
            x^2.5       | 4   | 32        | 20        | 7.5
            2^x         | 0   | 1         | 0.6931471805599453 | 0.4804530139182014
            x^x         | 1   | 1         | 1         | 2
            x^x         | -2  | 0.25      | NaN       | NaN
            abs(x)      | 0   | 0         | 0         | 0
            abs(x)      | -3  | 3         | -1        | 0
            max(x, 0)   | 0   | 0         | 1         | 0
            max(0, x)   | 0   | 0         | 0         | 0
            min(x, x^2) | 1   | 1         | 1         | 0
            min(x^2, x) | 1   | 1         | 2         | 2
            max(log(x), 1) | -1 | NaN     | NaN       | NaN
            x + sqrt(0) | 1   | 1         | 1         | 0
            x*log(2)    | 1   | 0.6931471805599453 | 0.6931471805599453 | 0
            tanh(x)     | 30  | 1         | 3.50260430507860794e-26 | -7.00520861015721587e-26
            exp(x)      | 800 | Infinity  | Infinity  | NaN
            """)
    void domainEdgesGiveLimitOrNaN(String text, double x, double value, double slope, double curvature) {
        Jet jet = Formula.of(text).jetAt(x);
        assertNear(value, jet.value());
        assertNear(slope, jet.dx());
        assertNear(curvature, jet.dxx());
    }

    private static void assertNear(double expected, double found) {
        if (Double.isFinite(expected)) {
            assertEquals(expected, found, 1e-13 * Math.abs(expected));
        } else {
            assertEquals(expected, found);
        }
    }

    @Test
    void independentVariableHasZeroSlopeDespiteInfinity() {
        Jet jet = Formula.of("sqrt(x) + y^2").jetAt(0, 3);
        assertEquals(Double.POSITIVE_INFINITY, jet.dx());
        assertEquals(6, jet.dy());
        assertEquals(0, jet.dxy());
        assertEquals(2, jet.dyy());
    }

    @Test
    void negativeBaseWithVariablePowerHasNoGradient() {
        Jet jet = Formula.of("x^y").jetAt(-2, 3);
        assertEquals(-8, jet.value());
        assertTrue(Double.isNaN(jet.dy()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x^2/4 + sin(3x)", "-(x-1)^2*exp(-y)", "1e-5x + min(abs(x), sqrt(y))^pi", "-(-x)"})
    void latexHasItsBracketsInPairs(String text) {
        String latex = Formula.of(text).latex();
        assertFalse(latex.isBlank());
        assertEquals(count(latex, "{"), count(latex, "}"), latex);
        assertEquals(count(latex, "\\left"), count(latex, "\\right"), latex);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            x^2/4 + sin(3x);\\frac{x^{2}}{4}+\\sin\\left(3\\cdot x\\right)
            -(x - 1)^2;-\\left(x-1\\right)^{2}
            (x + 1)*2 - (x - -y);\\left(x+1\\right)\\cdot 2-\\left(x-\\left(-y\\right)\\right)
            1e-5*pi x;1\\cdot 10^{-5}\\cdot \\pi \\cdot x
            sqrt(abs(x))^e;\\left(\\sqrt{\\left|x\\right|}\\right)^{e}
            max(x, 1);\\max\\left(x,\\,1\\right)
            """)
    void latexSaysTheSame(String text, String latex) {
        assertEquals(latex.replace("\\\\", "\\"), Formula.of(text).latex());
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }
}
