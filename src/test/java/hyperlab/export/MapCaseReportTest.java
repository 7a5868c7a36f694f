package hyperlab.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hyperlab.cases.MapCase;
import hyperlab.file.BundledCases;
import hyperlab.map.RateScaling;
import hyperlab.map.RateScaling.BestRate;
import hyperlab.map.RateScaling.SeedRates;
import hyperlab.text.Language;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MapCaseReportTest {
    private static final MapCase SUBJECT = BundledCases.mapNamed("rateScaling");

    private static RateScaling recorded() {
        return MapCase.scaling(SUBJECT.recordedRates(), 10).orElseThrow();
    }

    /** Every number of the answer is SciPy's ({@code rate_scaling.py}). */
    @ParameterizedTest
    @EnumSource
    void numbersOfTheAnswerAreThoseOfSciPy(Language language) throws IOException {
        JsonNode expected = new ObjectMapper()
                .readTree(Files.readString(Path.of("src/test/resources/hyperlab/map/rate_scaling.json")));
        MapCaseReport report = new MapCaseReport(SUBJECT, Texts.in(language));
        String answer = report.answer(recorded());
        for (String key : List.of("mean", "from", "to")) {
            contains(answer, NumberFormats.formatFixed(expected.get(key).doubleValue(), 2));
        }
        String growth = report.growth(recorded());
        for (String batch : List.of("8", "512")) {
            expected.get("growth").get(batch).forEach(each -> contains(growth, format(each.doubleValue())));
        }
        expected.get("means").get("512").forEach(each -> contains(growth, format(each.doubleValue())));
        contains(growth, format(128 * expected.get("means").get("4").get(0).doubleValue()));
        contains(growth, "128");
        contains(report.caution(), "26\u00a0%"); // 10^0.1 = 1.259
        assertTrue(report.summaryLine().startsWith(report.title() + ": "));
        assertEquals(2, report.introduction().size());
        assertEquals(3, report.outcome(recorded()).size());
    }

    private static String format(double number) {
        return NumberFormats.format(number, 3);
    }

    private static void contains(String text, String number) {
        assertTrue(text.contains(number), number + " in " + text);
    }

    private static RateScaling scaling(double first, double second) {
        return RateScaling.ofRates(List.of(seed(1, first), seed(2, second)));
    }

    /** Best rates that are an exact power of the batch size. */
    private static SeedRates seed(long seed, double exponent) {
        return new SeedRates(
                seed,
                IntStream.range(0, 3)
                        .mapToObj(k -> new BestRate(4 << k, Math.pow(4 << k, exponent), 0))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "0.4, 0.41, No: the best rate grows, but less",
        "-0.4, -0.41, No: the best rate falls",
        "1.4, 1.41, No: the best rate grows more",
        "0.98, 1.01, It may be.",
        "0.02, -0.01, No: less than in proportion",
        "0, 1, These seeds do not decide."
    })
    void answerFollowsTheInterval(double first, double second, String start) {
        String answer =
                new MapCaseReport(SUBJECT, Texts.in(Language.ENGLISH)).answer(scaling(first, second));
        assertTrue(answer.startsWith("**" + start), answer);
    }

    @Test
    void saysHowFarProportionalGrowthIsPossible() {
        MapCaseReport report = new MapCaseReport(SUBJECT, Texts.in(Language.ENGLISH));
        assertTrue(report.growth(scaling(0.4, 0.41)).contains("Even from 4 to 8"));
        String all = report.growth(scaling(0.98, 1.01));
        assertFalse(all.contains("outside the interval"), all);
        assertFalse(all.contains("it is"), all);
    }
}
