package hyperlab.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvalidInputExceptionTest {
    @Test
    void messageContainsNameRuleAndValue() {
        InvalidInputException error =
                assertThrows(InvalidInputException.class, () -> Checks.positive("learningRate", -0.1));
        assertEquals("learningRate must be finite and > 0, got -0.1", error.getMessage());
        assertEquals("learningRate must be finite and > 0, got -0.1", error.line());
        assertEquals("must be finite and > 0, got -0.1", error.detail());
        assertEquals("learningRate", error.name());
        assertEquals(Rule.POSITIVE, error.rule());
        assertEquals(List.of("-0.1"), error.arguments());
    }

    @Test
    void limitsAreQuotedWithoutUnneededDecimals() {
        assertMessage("rate must be in [0, 1), got 1", () -> Checks.atLeastBelow("rate", 1, 0, 1));
        assertMessage("rate must be in (0.5, 2), got 2.5", () -> Checks.between("rate", 2.5, 0.5, 2));
        assertMessage("rate must be in (0, 1], got 0", () -> Checks.aboveAtMost("rate", 0, 0, 1));
        assertMessage("rate must be in [-1, 1], got NaN", () -> Checks.within("rate", Double.NaN, -1, 1));
        assertMessage("epochs must be a whole number ≥ 1, got 0", () -> Checks.atLeast("epochs", 0, 1));
    }

    @Test
    void largeNumbersHaveNoSeparators() {
        assertMessage(
                "epochs must be a whole number from 0 to 1000000, got 1000001",
                () -> Checks.wholeWithin("epochs", 1_000_001, 0, 1_000_000));
    }

    @Test
    void messageIsOneLine() {
        InvalidInputException error = new InvalidInputException("a\nb", Rule.NUMBER, "one\r\n\ttwo");
        assertEquals("a b must be a number, got one two", error.getMessage());
        assertEquals("a b must be a number, got one two", error.line());
    }

    @Test
    void termsAreTextAndMissingValuesAreNull() {
        assertEquals("x must be a number, got a list", new InvalidInputException("x", Rule.NUMBER, Term.LIST).line());
        String reason = null;
        assertEquals("x cannot be read: null", new InvalidInputException("x", Rule.UNREADABLE_BECAUSE, reason).line());
    }

    @Test
    void patternsPreserveBracesAndApostrophes() {
        assertEquals("x must be an object in { }, got 1", new InvalidInputException("x", Rule.OBJECT, 1).line());
        assertEquals(
                "x must be an experiment, got another lab's document",
                new InvalidInputException("x", Rule.NOT_AN_EXPERIMENT).line());
    }

    @Test
    void prefixAndNewNamePreserveTheRuleAndTheCause() {
        InvalidInputException inner = new InvalidInputException("kernel", Rule.WHOLE, 1.5);
        InvalidInputException outer = inner.withPrefix("network");
        assertEquals("network.kernel must be a whole number, got 1.5", outer.getMessage());
        assertSame(inner, outer.getCause());
        InvalidInputException renamed = outer.withName("--kernel");
        assertEquals("--kernel must be a whole number, got 1.5", renamed.getMessage());
        assertEquals(Rule.WHOLE, renamed.rule());
        assertSame(outer, renamed.getCause());
    }

    @Test
    void messagesHaveAtMost300Characters() {
        String word = "start" + "x".repeat(60_000) + "end";
        String line = new InvalidInputException(word, Rule.UNKNOWN_KEY, "format").line();
        assertEquals("start" + "x".repeat(55) + "…" + "x".repeat(27) + "end", line.substring(0, line.indexOf(' ')));
        String words = new InvalidInputException("many ".repeat(100), Rule.UNKNOWN_KEY, "format").line();
        assertEquals(300, words.length());
        assertTrue(words.endsWith("…"));
        String flags =
                new InvalidInputException("🏳 ".repeat(99) + "a🏳".repeat(20), Rule.UNKNOWN_KEY, "format").line();
        assertTrue(flags.length() <= 300);
        assertTrue(StandardCharsets.UTF_8.newEncoder().canEncode(flags), flags);
    }

    @Test
    void errorsAreEqualIfNameRuleAndArgumentsAre() {
        InvalidInputException error = new InvalidInputException("x", Rule.AT_MOST, 1, 2);
        assertEquals(new InvalidInputException("x", Rule.AT_MOST, 1, 2), error);
        assertEquals(new InvalidInputException("x", Rule.AT_MOST, 1, 2).hashCode(), error.hashCode());
        assertNotEquals(new InvalidInputException("y", Rule.AT_MOST, 1, 2), error);
        assertNotEquals(new InvalidInputException("x", Rule.AT_MOST, 1, 3), error);
        assertNotEquals(new InvalidInputException("x", Rule.GRID_POINTS, 1, 2), error);
    }

    private static void assertMessage(String message, Runnable check) {
        assertEquals(
                message, assertThrows(InvalidInputException.class, check::run).getMessage());
    }
}
