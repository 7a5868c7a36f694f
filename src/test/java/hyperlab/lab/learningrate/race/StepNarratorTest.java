package hyperlab.lab.learningrate.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepNarratorTest {
    private static final List<StepTerm> TERMS =
            List.of(StepTerm.GRADIENT, StepTerm.RATE, StepTerm.MOVE, StepTerm.NEXT, StepTerm.VALUE);

    private final StepNarrator narrator = new StepNarrator();

    /** Samples the term at {@code moments} equal intervals of {@code seconds} each, from the start. */
    private List<StepTerm> sampleTerms(int intervals, double seconds) {
        List<StepTerm> named = new ArrayList<>();
        for (int k = 0; k < intervals; k++) {
            named.add(narrator.termProperty().get());
            narrator.advance(seconds / intervals);
        }
        return named;
    }

    @Test
    void narratesAManualStepInFull() {
        narrator.narrateManualStep(TERMS);
        assertEquals(TERMS, sampleTerms(5, 4));
        assertNull(narrator.termProperty().get());
        narrator.advance(1);
        assertNull(narrator.termProperty().get());
    }

    @Test
    void narratesAPlayedStepUntilTheNext() {
        narrator.narratePlayedStep(TERMS, 1);
        assertEquals(TERMS, sampleTerms(5, 1));
        assertNull(narrator.termProperty().get());
    }

    @Test
    void doesNotNarrateRapidSteps() {
        narrator.narrateManualStep(TERMS);
        narrator.narratePlayedStep(TERMS, 2);
        assertNull(narrator.termProperty().get());
    }

    @Test
    void newStepRestartsNarrationAndEmptyStepHasNone() {
        narrator.narrateManualStep(TERMS);
        narrator.advance(1);
        assertEquals(StepTerm.RATE, narrator.termProperty().get());
        narrator.narrateManualStep(TERMS);
        assertEquals(StepTerm.GRADIENT, narrator.termProperty().get());
        narrator.narratePlayedStep(List.of(), 1);
        assertNull(narrator.termProperty().get());
        narrator.narrateManualStep(TERMS);
        narrator.stop();
        assertNull(narrator.termProperty().get());
    }
}
