package hyperlab.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.batch.BatchDoctor;
import hyperlab.convolution.ConvolutionDoctor;
import hyperlab.descent.DescentDoctor;
import hyperlab.diagnosis.TrainingDoctor;
import hyperlab.finding.Argument;
import hyperlab.finding.Finding;
import hyperlab.finding.Message;
import hyperlab.finding.NoEvidence;
import hyperlab.finding.Remedy;
import hyperlab.finding.Severity;
import hyperlab.tune.SearchDoctor;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FindingTextTest {
    private static final Texts ENGLISH = Texts.in(Language.ENGLISH);
    private static final Texts KOREAN = Texts.in(Language.KOREAN);

    static List<String> keys() {
        return Stream.of(
                        DescentDoctor.KEYS,
                        BatchDoctor.KEYS,
                        ConvolutionDoctor.KEYS,
                        SearchDoctor.KEYS,
                        TrainingDoctor.KEYS)
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everyFindingHasATitleAndAnExplanationInBothLanguages(String key) {
        for (Texts texts : List.of(ENGLISH, KOREAN)) {
            assertTrue(texts.has(key), key);
            assertTrue(texts.has(key + ".why"), key + ".why");
        }
    }

    @Test
    void noKeyBelongsToTwoFindings() {
        assertEquals(keys().size(), new HashSet<>(keys()).size());
    }

    @ParameterizedTest
    @EnumSource(Severity.class)
    void everySeverityHasANameInBothLanguages(Severity severity) {
        assertTrue(ENGLISH.has("command.finding." + severity.name().toLowerCase(java.util.Locale.ROOT)));
        assertTrue(KOREAN.has("command.finding." + severity.name().toLowerCase(java.util.Locale.ROOT)));
    }

    @Test
    void titleAndExplanationHaveTheSameArguments() {
        Finding<NoEvidence, Integer> finding = new Finding<>(
                Severity.WARNING,
                "tuning.doctor.edge",
                List.of(
                        new Argument.Setting("training.learningRate"),
                        Argument.number(-0.12345, 3),
                        Argument.number(1)),
                NoEvidence.NONE,
                new Remedy<>(Message.of("tuning.doctor.edge.remedy", Argument.number(10)), 7));
        assertEquals(
                new FindingText(
                        Severity.WARNING,
                        "The best learning rate lies at the edge",
                        "The best trial has −0.123, and the search space ends at 1. Values beyond it may be better.",
                        "Extend to 10"),
                FindingText.of(finding, ENGLISH));
        FindingText korean = FindingText.of(finding, KOREAN);
        assertEquals("최고가 끝에 있어요: 학습률", korean.title());
        assertEquals("10까지 넓히기", korean.remedy());
    }

    @Test
    void remedyWithoutALabelHasNoText() {
        Finding<NoEvidence, Integer> finding =
                new Finding<>(Severity.NOTE, "tuning.doctor.few", List.of(), NoEvidence.NONE, new Remedy<>(null, 1));
        assertEquals("", FindingText.of(finding, ENGLISH).remedy());
        assertEquals(
                "",
                FindingText.of(Finding.of(Severity.NOTE, "tuning.doctor.few"), ENGLISH)
                        .remedy());
    }

    @Test
    void listsAndPointsAreFormattedElementByElement() {
        Finding<NoEvidence, Integer> finding = Finding.of(
                Severity.WARNING,
                "learning-rate.doctor.trappedSurface",
                Argument.number(0.1),
                Argument.point(List.of(1.5, -2.0), 3),
                Argument.integer(4),
                Argument.point(List.of(0.5), 3),
                Argument.list(List.of(Message.of("chart.hiddenLayer", Argument.integer(1)), Argument.literal("x"))));
        assertEquals(
                "It stops at (1.5, −2) with f(x, y) = 4; the minimum at 0.5 is lower: f(x, y) = "
                        + ENGLISH.get("chart.hiddenLayer", "1") + ", x.",
                FindingText.of(finding, ENGLISH).explanation());
    }
}
