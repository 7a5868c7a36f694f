package hyperlab.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.cases.Case;
import hyperlab.cases.CaseScore.Configuration;
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
        return stored.withRecordedScores(CaseScores.of(
                        Collections.nCopies(10, before),
                        List.of(after, after, after, after, after, after, after, after, after, after - 0.125))
                .with(Configuration.setBackAlone("training.learningRate"), Collections.nCopies(10, setBack))
                .withFolds(Collections.nCopies(5, before), Collections.nCopies(5, after)));
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
        List<CaseReport.CaseSection> outcome = story.outcome(stored.recordedScores(), 37);

        assertEquals(
                Stream.of("question", "data", "baseline", "tuned")
                        .map(heading -> texts.get("case.heading." + heading))
                        .toList(),
                setting.stream().map(CaseReport.CaseSection::heading).toList());
        assertEquals(stored.plan().folds() > 0 ? 8 : 7, outcome.size());
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
        String told = text(story.outcome(subject.recordedScores(), 37));
        assertTrue(
                told.contains("Median test accuracy over 10 random seeds: 50.0\u00a0% before, 75.0\u00a0% after"
                        + " (+25.0\u00a0points)."),
                told);
        assertTrue(told.contains("all of them from 62.5 to 75.0\u00a0%"), told);
        assertTrue(told.contains("better under 10 seeds and worse under 0"), told);
        assertTrue(told.contains(ENGLISH.get("case.contributions.total.BETTER")), told);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.75, BETTER", "0.5, 0.51, OPEN", "0.9, 0.5, WORSE"})
    void theVerdictIsThatOfTheInterval(double before, double after, String verdict) {
        Case subject = iris(before, after, before);
        String told = text(new CaseReport(subject, ENGLISH).outcome(subject.recordedScores(), 37));

        for (String each : List.of("BETTER", "OPEN", "WORSE")) {
            assertEquals(each.equals(verdict), told.contains(ENGLISH.get("case.contributions.total." + each)), told);
        }
    }

    @Test
    void smallerErrorIsBetter() {
        Case diabetes = BundledCases.named("diabetes");
        String told = text(new CaseReport(diabetes, ENGLISH).outcome(diabetes.recordedScores(), 0));

        assertTrue(told.contains("(−"), told);
        assertTrue(told.contains(ENGLISH.get("case.contributions.total.BETTER")), told);
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
        assertEquals(6, story.outcome(iris.recordedScores(), 0).size());
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
     * Apart from the conclusion, the texts of a case contain no decimal numbers, percentages or multi-digit numbers:
     * measured values come from the record.
     */
    @Test
    void textsContainNoHardCodedMeasurements() throws IOException {
        String names = String.join("|", BundledCases.NAMES);
        int checked = 0;
        for (String language : List.of("", "_ko")) {
            for (String line : Files.readAllLines(Path.of("assets/i18n/case" + language + ".properties"))) {
                if (line.matches("case\\.(" + names + ")\\.(question|data|baseline|tuned|caution) .*")) {
                    checked++;
                    assertFalse(line.matches(".*\\d[.,]\\d.*|.*\\d ?(%|\\\\u00a0).*|.* \\d{2,}.*"), line);
                }
            }
        }
        assertEquals(2 * 5 * BundledCases.NAMES.size(), checked);
    }
}
