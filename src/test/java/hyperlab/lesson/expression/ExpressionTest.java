package hyperlab.lesson.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.lesson.expression.ReadoutNames.Kind;
import hyperlab.lesson.expression.ReadoutNames.Readout;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    private static final ReadoutNames NAMES = new ReadoutNames(
            "fake",
            List.of(
                    new Readout("f", Kind.SERIES),
                    new Readout("step", Kind.NUMBER),
                    new Readout("rate", Kind.NUMBER),
                    new Readout("noise", Kind.FUNCTION),
                    new Readout("done", Kind.FLAG)));

    /** f[k] is rate·2ᵏ for k = 0 … 3, noise(B) is 1/B, and the seed is added to the rate. */
    private record FakeReadouts(double rate, int moment) implements Readouts {
        @Override
        public ReadoutNames names() {
            return NAMES;
        }

        private double rate(RunSelector run) {
            if (run instanceof RunSelector.OfNumber of) {
                return of.number();
            }
            return run instanceof RunSelector.OfName of ? (of.name().equals("ten") ? 10 : Double.NaN) : rate;
        }

        @Override
        public double value(String name, RunSelector run) {
            return switch (name) {
                case "step" -> moment;
                case "rate" -> rate(run);
                default -> moment == 3 ? 1 : 0;
            };
        }

        @Override
        public double[] series(String name, RunSelector run) {
            return IntStream.rangeClosed(0, moment)
                    .mapToDouble(k -> rate(run) * Math.pow(2, k))
                    .toArray();
        }

        @Override
        public double function(String name, double argument, RunSelector run) {
            return 1 / argument;
        }

        @Override
        public int currentIndex(RunSelector run) {
            return moment;
        }

        @Override
        public Readouts with(Map<String, String> changes) {
            Map<String, String> left = new HashMap<>(changes);
            String changed = left.remove("rate");
            assertTrue(left.isEmpty(), left::toString);
            return new FakeReadouts(changed == null ? rate : Double.parseDouble(changed), moment);
        }

        @Override
        public List<Readouts> seeds(int count) {
            return IntStream.range(0, count)
                    .mapToObj(seed -> (Readouts) new FakeReadouts(rate + seed, moment))
                    .toList();
        }
    }

    private static Expression parse(String text) {
        return Expression.of(text, "truth", NAMES, List.of("k"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 2*3 | 7",
                "f | 8",
                "f[0] | 1",
                "f[1 + 1] | 4",
                "f[4] | NaN",
                "f[0.5] | NaN",
                "f[-1] | NaN",
                "f[2] of 3 | 12",
                "rate of ten | 10",
                "rate of nobody | NaN",
                "argmin(f) | 0",
                "argmax(f) of 5 | 3",
                "lowest(f) of 5 | 5",
                "highest(f) | 8",
                "last(f) | 8",
                "median(rate) over 3 seeds | 2",
                "mean(f) over 2 seeds | 12",
                "lowest(rate) over 4 seeds | 1",
                "highest(rate) over 4 seeds | 4",
                "median(rate) over 4 seeds | 2.5",
                "median(rate) over seeds | 5",
                "rate with (rate = 0.5) | 0.5",
                "rate with (rate = .5) | 0.5",
                "rate with (rate = -2) + 1 | -1",
                "f[1] with (rate = 3) | 6",
                "noise(4) / noise(2) | 0.5",
                "abs(1 - 3) | 2",
                "min(f, 2) | 2",
                "2^3^2 | 512",
                "-2² | -4",
                "pi | 3.141592653589793",
            })
    void computesNumbers(String text, double expected) {
        assertEquals(expected, parse(text).value(new FakeReadouts(1, 3)), 1e-12);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f < 9 | true",
                "f < 8 | false",
                "f <= 8 | true",
                "f ≤ 7.9 | false",
                "f >= 8 | true",
                "f > 8 | false",
                "f = 8 | true",
                "f != 8 | false",
                "f ≠ 7 | true",
                "0.1 + 0.2 = 0.3 | true",
                "0.1 + 0.2 > 0.3 | false",
                "f[9] < 1 | false",
                "f[9] >= 1 | false",
                "f[9] != 1 | false",
                "f < 9 and step = 3 | true",
                "f < 9 and step = 2 | false",
                "f < 1 or step = 3 | true",
                "not f < 1 | true",
                "f < 1 or f > 1 and step > 5 | false",
                "(f < 1 or f > 1) and step > 2 | true",
                "done | true",
                "not done | false",
                "abs(f[2] of 3) < abs(f[2] of 4) | true",
            })
    void decidesConditions(String text, boolean expected) {
        Expression condition = parse(text);
        assertTrue(condition.isCondition());
        assertEquals(expected, condition.holds(new FakeReadouts(1, 3)));
    }

    @Test
    void readsTheCurrentMoment() {
        assertEquals(2, parse("f").value(new FakeReadouts(1, 1)));
        assertFalse(parse("done").holds(new FakeReadouts(1, 1)));
        assertTrue(Double.isNaN(parse("f[2]").value(new FakeReadouts(1, 1))), "step 2 is in the future");
    }

    @Test
    void bindsItsVariable() {
        assertEquals(4, parse("f[k]").at(new FakeReadouts(1, 3), "k", 2));
        assertTrue(Double.isNaN(parse("k").value(new FakeReadouts(1, 3))), "unbound");
    }

    @Test
    void tellsHowFarTheGoalIs() {
        Goal goal = Goal.of(parse("f < 4 and step <= 3"), new FakeReadouts(1, 3));
        assertFalse(goal.met());
        assertEquals(
                List.of(
                        new Goal.Term(side("f", 8), "<", side("4", 4), false),
                        new Goal.Term(side("step", 3), "<=", side("3", 3), true)),
                goal.terms());
    }

    private static Goal.Side side(String text, double value) {
        return new Goal.Side(parse(text), value);
    }

    @Test
    void putsTheSidesOfAGoalIntoWords() {
        Texts english = Texts.in(Language.ENGLISH);
        assertEquals("f", parse("f").words(english));
        assertEquals("f (median of 9 seeds)", parse("median(f) over 9 seeds").words(english));
        assertEquals("f", parse("last(f)").words(english));
        assertEquals("f[2] − 0.5", parse("f[2] - 0.5").words(english));
        assertEquals("함숫값 f", parse("f of 0.1").words(Texts.in(Language.KOREAN)));
    }

    @Test
    void namesWhatItUses() {
        Expression expression = parse("median(f[2]) over 5 seeds < noise(step)");
        assertEquals(List.of("f", "noise", "step"), List.copyOf(expression.readouts()));
        assertEquals(OptionalInt.of(5), expression.seeds());
        assertEquals(OptionalInt.empty(), parse("f").seeds());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "f < | truth column 4 must be a number, a name or \"(\", got the end",
                "g < 1 | truth column 1 \"g\" is not a known name (nearest: f)",
                "f[1 < 2 | truth column 5 must be an operator or \"]\", got \"<\"",
                "f[1 | truth column 4 must be an operator or \"]\", got the end",
                "1 and f | truth column 3 must come after a condition such as f < 1, not after a number",
                "(f < 1) + 1 | truth column 12 must come after a number, not after a condition",
                "median(f) | truth column 10 must be \"over\" and the seeds, got the end",
                "median(f) < 1 | truth column 11 must be \"over\" and the seeds, got \"<\"",
                "argmin(f[1]) | truth column 1 argmin needs the name of a series, without an index",
                "argmin(f) over seeds | truth column 1 argmin is not defined over seeds",
                "mean(f) over 1 seeds | truth column 14 must be a whole number of seeds, 2 to 25, got \"1\"",
                "mean(f) over 3 | truth column 15 must be \"seeds\", got the end",
                "mean(f) over 3 runs | truth column 16 must be \"seeds\", got \"runs\"",
                "f of | truth column 5 must be the number or the name of a run, got the end",
                "f of + | truth column 6 must be the number or the name of a run, got \"+\"",
                "f with rate | truth column 8 must be \"(\" and the changed settings, got \"rate\"",
                "f with | truth column 7 must be \"(\" and the changed settings, got the end",
                "f with (1) | truth column 9 must be the name of a setting, got \"1\"",
                "f with ( | truth column 9 must be the name of a setting, got the end",
                "f with (rate) | truth column 13 must be \"=\" after rate, got \")\"",
                "f with (rate | truth column 13 must be \"=\" after rate, got the end",
                "f with (rate = ) | truth column 16 must be a number, a word or a list, got \")\"",
                "f with (rate = | truth column 15 must be a number, a word or a list, got the end",
                "f f | truth column 3 must be an operator or the end, got \"f\"",
                "noise | truth column 6 must be the \"(\" of noise, got the end",
            })
    void namesTheFirstError(String text, String message) {
        InvalidInputException error = assertThrows(InvalidInputException.class, () -> parse(text));
        assertEquals(message, error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void rejectsNothing(String text) {
        assertThrows(InvalidInputException.class, () -> parse(text));
    }

    @Test
    void limitsItsSize() {
        assertThrows(InvalidInputException.class, () -> parse("(".repeat(100) + "1" + ")".repeat(100)));
        assertThrows(InvalidInputException.class, () -> parse("not ".repeat(100) + "done"));
        assertThrows(InvalidInputException.class, () -> parse("1" + "+1".repeat(400)));
    }

    @Test
    void changesSettingsOfEveryKind() {
        Expression expression = parse("rate with (a.b = [1, 2], c = adam, d = true, e = [], g = 2.)");
        Node.With with = (Node.With) expression.tree();
        assertEquals(Map.of("a.b", "[1, 2]", "c", "\"adam\"", "d", "true", "e", "[]", "g", "2"), with.changes());
    }
}
