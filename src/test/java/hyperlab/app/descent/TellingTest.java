package hyperlab.app.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TellingTest {
    private static final List<StepTerm> TERMS =
            List.of(StepTerm.GRADIENT, StepTerm.RATE, StepTerm.MOVE, StepTerm.NEXT, StepTerm.VALUE);

    private final Telling telling = new Telling();

    /** Samples the term at {@code moments} equal intervals of {@code seconds} each, from the start. */
    private List<StepTerm> named(int moments, double seconds) {
        List<StepTerm> named = new ArrayList<>();
        for (int k = 0; k < moments; k++) {
            named.add(telling.term().get());
            telling.pulse(seconds / moments);
        }
        return named;
    }

    @Test
    void aStepByHandIsToldInPeaceAndThenNothingIsNamed() {
        telling.byHand(TERMS);
        assertEquals(TERMS, named(5, 4));
        assertNull(telling.term().get());
        telling.pulse(1);
        assertNull(telling.term().get());
    }

    @Test
    void aPlayedStepIsToldUntilTheNext() {
        telling.played(TERMS, 1);
        assertEquals(TERMS, named(5, 1));
        assertNull(telling.term().get());
    }

    @Test
    void stepsThatFollowFastAreNotTold() {
        telling.byHand(TERMS);
        telling.played(TERMS, 2);
        assertNull(telling.term().get());
    }

    @Test
    void anotherStepBeginsAnewAndNoTermsAreNothingToTell() {
        telling.byHand(TERMS);
        telling.pulse(1);
        assertEquals(StepTerm.RATE, telling.term().get());
        telling.byHand(TERMS);
        assertEquals(StepTerm.GRADIENT, telling.term().get());
        telling.played(List.of(), 1);
        assertNull(telling.term().get());
        telling.byHand(TERMS);
        telling.stop();
        assertNull(telling.term().get());
    }
}
