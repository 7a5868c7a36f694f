package hyperlab.lab.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TrialReplication.ReplicatedTrial;
import hyperlab.tune.TuningObjective;
import hyperlab.tune.TuningStudy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RepeatsTextTest {
    private static ReplicatedTrial trial(int number, double... values) {
        return new ReplicatedTrial(
                new TrialRecord(number, TrialRecord.TrialStatus.COMPLETED, 1, 0.25, 1, Map.of(), null), values);
    }

    /** A function has no seeds to name. */
    private static TuningStudy study(boolean largerIsBetter) {
        return DefaultStudies.studyOf("bowl")
                .withObjective(largerIsBetter ? TuningObjective.VALIDATION_ACCURACY : TuningObjective.VALIDATION_LOSS);
    }

    private static String repeats(boolean largerIsBetter, ReplicatedTrial... trials) {
        return new RepeatsText(Texts.in(Language.ENGLISH)).describe(study(largerIsBetter), List.of(trials), false, 1);
    }

    /** The differences are 2, 2, 3, 2, 2 in units of 0.1: d̄ = 0.22, s/√5 = 0.02, t = 2.776 for 4 degrees of freedom. */
    @Test
    void verdictNamesTheTestTheIntervalAndTheNumberOfSeeds() {
        ReplicatedTrial low = trial(4, 0.1, 0.2, 0.3, 0.4, 0.5);
        ReplicatedTrial high = trial(9, 0.3, 0.4, 0.6, 0.6, 0.7);
        String text = repeats(false, low, high);
        assertTrue(
                text.endsWith("Differences from trial 4 under the same seeds (mean, 95\u00a0% interval of the paired"
                        + " t-test): trial 9: +0.22 (0.164 to 0.276, n = 5), **worse**, unlikely to be luck."),
                text);
        assertTrue(repeats(false, high, low)
                .endsWith("trial 4: −0.22 (−0.276 to −0.164, n = 5), **better**, unlikely to be luck, so the order"
                        + " is reversed."));
        assertTrue(repeats(true, low, high).contains("**better**"));
    }

    @Test
    void severalTestsAreMentioned() {
        ReplicatedTrial low = trial(4, 0.1, 0.2, 0.3, 0.4, 0.5);
        ReplicatedTrial open = trial(5, 0.2, 0.1, 0.4, 0.3, 0.5);
        ReplicatedTrial high = trial(9, 0.3, 0.4, 0.6, 0.6, 0.7);
        String text = repeats(false, low, open, high);
        assertTrue(text.contains("trial 5: 0 (−0.124 to 0.124, n = 5); the interval contains 0"), text);
        assertTrue(text.contains("These are 2 tests."), text);
        assertFalse(repeats(false, low, high).contains("These are"));
        assertFalse(repeats(false, low, low, high).contains("These are"), "an equal trial is not tested");
    }

    @Test
    void seedsWithoutValueAreCountedAndNotJudged() {
        double nan = Double.NaN;
        String text = repeats(false, trial(4, 0.1, 0.2, 0.3, 0.4, 0.5), trial(9, nan, nan, 0.6, 0.6, 0.7));
        assertTrue(
                text.startsWith("The median and the middle half are those under 5 other seeds. Trial 9 diverged or"
                        + " failed under 2 of 5 seeds."),
                text);
        assertTrue(text.endsWith("trial 9: both have a value under 3 seeds only; a verdict needs 5."), text);
        assertTrue(repeats(false, trial(4, nan, nan)).endsWith("Trial 4 diverged or failed under 2 of 2 seeds."));
    }

    /** The quartiles of 0.6, 0.6, 0.7 are 0.6 and 0.65. */
    @Test
    void theTableHasOneRowForEachTrial() {
        double nan = Double.NaN;
        RepeatsText words = new RepeatsText(Texts.in(Language.ENGLISH));
        assertEquals(
                List.of(
                        new RepeatsText.Row("trial 4", List.of("0.25", "0.3", "0.2–0.4")),
                        new RepeatsText.Row("trial 9", List.of("0.25", "0.6", "0.6–0.65")),
                        new RepeatsText.Row("trial 7", List.of("0.25", "–", "–"))),
                words.rows(List.of(
                        trial(4, 0.1, 0.2, 0.3, 0.4, 0.5), trial(9, nan, nan, 0.6, 0.6, 0.7), trial(7, nan, nan))));
        assertEquals(List.of(), words.rows(List.of()));
    }

    @Test
    void nothingIsSaidWithoutResults() {
        assertEquals("", repeats(false));
        assertFalse(repeats(false, trial(4, 1, 2)).contains("Differences"));
    }
}
