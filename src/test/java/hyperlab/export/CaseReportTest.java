package hyperlab.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.cases.Case;
import hyperlab.cases.CaseScores;
import hyperlab.file.BundledCases;
import hyperlab.file.RunLoader;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CaseReportTest {
    private static final Texts ENGLISH = Texts.in(Language.ENGLISH);

    static Stream<Object[]> all() {
        return BundledCases.NAMES.stream()
                .flatMap(name -> Stream.of(Language.values()).map(language -> new Object[] {name, language}));
    }

    private static Case iris(double before, double after, double setBack) {
        Case stored = BundledCases.named("iris");
        return stored.withRecordedScores(new CaseScores(
                Collections.nCopies(10, before),
                List.of(after, after, after, after, after, after, after, after, after, after - 0.125),
                Collections.nCopies(10, setBack),
                Collections.nCopies(5, before),
                Collections.nCopies(5, after)));
    }

    private static String text(List<CaseReport.CaseSection> story) {
        return story.stream().map(each -> each.heading() + ": " + each.text()).collect(Collectors.joining("\n"));
    }

    /**
     * Every case is described from question to conclusion in both languages, and all numbers for scores come from the
     * scores.
     */
    @ParameterizedTest
    @MethodSource("all")
    void describesEveryCaseCompletely(String name, Language language) {
        Case stored = BundledCases.named(name);
        Texts texts = Texts.in(language);
        CaseReport story = new CaseReport(stored, texts);
        List<CaseReport.CaseSection> setting =
                story.introduction(new RunLoader(null).open(stored.before()).partition());
        List<CaseReport.CaseSection> outcome = story.outcome(stored.recordedScores());

        assertEquals(
                Stream.of("question", "data", "baseline", "tuned")
                        .map(heading -> texts.get("case.heading." + heading))
                        .toList(),
                setting.stream().map(CaseReport.CaseSection::heading).toList());
        assertEquals(stored.plan().folds() > 0 ? 5 : 4, outcome.size());
        assertFalse(story.title().equals(name), "has a name for people");
        assertFalse(text(setting).contains("{"), text(setting));
        assertFalse(text(outcome).contains("NaN"), text(outcome));
    }

    @Test
    void takesNumbersFromScoresAndExperiments() {
        Case subject = iris(0.5, 0.75, 0.625);
        CaseReport story = new CaseReport(subject, ENGLISH);

        assertEquals(
                "Iris: test accuracy 50.0 → 75.0\u00a0% (+25.0\u00a0points), 10 random seeds; learning rate 0.001 → 0.1",
                story.summaryLine());
        String told = text(story.outcome(subject.recordedScores()));
        assertTrue(
                told.contains("Median test accuracy over 10 random seeds: 50.0\u00a0% before, 75.0\u00a0% after"
                        + " (+25.0\u00a0points). With the learning rate alone set back to 0.001, it is 62.5\u00a0%."),
                told);
        assertTrue(told.contains("all of them from 62.5 to 75.0\u00a0%"), told);
        assertTrue(told.contains("better under 10 of 10 seeds and worse under 0"), told);
        assertTrue(told.contains(ENGLISH.get("case.verdict.better")), told);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.75, better", "0.5, 0.51, open", "0.9, 0.5, worse"})
    void theVerdictIsThatOfTheInterval(double before, double after, String verdict) {
        Case subject = iris(before, after, before);
        String told = text(new CaseReport(subject, ENGLISH).outcome(subject.recordedScores()));

        for (String each : List.of("better", "open", "worse")) {
            assertEquals(each.equals(verdict), told.contains(ENGLISH.get("case.verdict." + each)), told);
        }
    }

    @Test
    void smallerErrorIsBetter() {
        Case diabetes = BundledCases.named("diabetes");
        String told = text(new CaseReport(diabetes, ENGLISH).outcome(diabetes.recordedScores()));

        assertTrue(told.contains("(−"), told);
        assertTrue(told.contains(ENGLISH.get("case.verdict.better")), told);
    }

    @Test
    void describesCaseWithoutTextByNumbers() {
        Case iris = BundledCases.named("iris");
        Case own = new Case(
                "mine",
                iris.plan(),
                iris.tunedKeys(),
                iris.study(),
                iris.trialResults(),
                iris.metric(),
                CaseScores.NONE);
        CaseReport story = new CaseReport(own, ENGLISH);

        assertEquals("mine: learning rate 0.001 → 0.1", story.summaryLine());
        assertEquals(
                3,
                story.introduction(new RunLoader(null).open(own.before()).partition())
                        .size());
        assertEquals(4, story.outcome(iris.recordedScores()).size());
    }

    @Test
    void formatsValuesForReaders() {
        CaseReport story = new CaseReport(BundledCases.named("mnist"), ENGLISH);
        Case mnist = BundledCases.named("mnist");

        assertEquals("4 × 3×3", story.value(mnist.before(), "network.convolutions"));
        assertEquals("full", story.value(BundledCases.named("breastCancer").before(), "training.batchSize"));
        assertEquals("off", story.value(BundledCases.named("wine").before(), "data.standardize"));
        assertEquals("Sigmoid", story.value(BundledCases.named("digits").before(), "network.activation.name"));
        assertEquals("32–32", story.value(BundledCases.named("digits").before(), "network.hidden"));
    }

    /**
     * The texts of a case contain no decimal numbers, percentages or multi-digit numbers: measured values come from the
     * record.
     */
    @Test
    void textsContainNoHardCodedMeasurements() throws IOException {
        for (String language : List.of("", "_ko")) {
            for (String line : Files.readAllLines(Path.of("assets/i18n/cases" + language + ".properties"))) {
                if (line.matches("case\\.[a-zA-Z]+\\.(question|data|baseline|tuned|caution) .*")) {
                    assertFalse(line.matches(".*\\d[.,]\\d.*|.*\\d ?(%|\\\\u00a0).*|.*\\d{2,}.*"), line);
                }
            }
        }
    }
}
