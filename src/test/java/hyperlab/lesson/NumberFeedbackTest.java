package hyperlab.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.text.Language;
import hyperlab.text.Texts;
import org.junit.jupiter.api.Test;

class NumberFeedbackTest {
    private static final Texts ENGLISH = Texts.in(Language.ENGLISH);

    private static String wrong(double given, double computed, double tolerance) {
        return NumberFeedback.wrong(given, computed, Math.abs(given - computed) / tolerance, " steps", ENGLISH);
    }

    @Test
    void saysTheDifference() {
        assertEquals("The computed value is 20 steps. Your 23 steps differs from it by 3 steps.", wrong(23, 20, 0.5));
    }

    @Test
    void saysThatOnlyTheSignIsWrong() {
        assertEquals("The computed value is −2.88 steps. Your 2.9 steps has the wrong sign.", wrong(2.9, -2.88, 0.05));
        assertEquals(
                "The computed value is −2.88 steps. Your 3.1 steps differs from it by 5.98 steps.",
                wrong(3.1, -2.88, 0.05));
        assertEquals("The computed value is 0 steps. Your 1 steps differs from it by 1 steps.", wrong(1, 0, 0.5));
    }
}
