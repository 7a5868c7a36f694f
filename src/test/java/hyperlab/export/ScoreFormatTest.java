package hyperlab.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.cases.CaseScore.Configuration;
import hyperlab.cases.CaseScores;
import hyperlab.cases.Metric;
import hyperlab.file.BundledCases;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.Quantiles;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScoreFormatTest {
    private static final Texts TEXTS = Texts.in(Language.ENGLISH);

    static Iterable<String> names() {
        return BundledCases.NAMES;
    }

    private static BigDecimal number(String shown) {
        return new BigDecimal(shown.replace('−', '-')
                .replace("+", "")
                .replaceAll("\u00a0(%|points)", "")
                .replace(",", ""));
    }

    /** 75.66 is shown as 75.7 and 75.74 as 75.7: no difference. 75.64 and 75.66 are shown 0.1 apart. */
    @Test
    void differenceIsThatOfTheShownScores() {
        ScoreFormat accuracy = new ScoreFormat(Metric.ACCURACY, TEXTS);
        assertEquals("0.0\u00a0points", accuracy.difference(0.7566, 0.7574));
        assertEquals("+0.1\u00a0points", accuracy.difference(0.7564, 0.7566));
        assertEquals("−13.6\u00a0points", accuracy.difference(0.8919, 0.7561));
        ScoreFormat error = new ScoreFormat(Metric.RMSE, TEXTS);
        assertEquals("−4.6", error.difference(56.084, 51.476));
        assertEquals("+12.35", error.difference(87.64, 99.99));
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyCaseAddsUp(String name) {
        CaseScores scores = BundledCases.named(name).recordedScores();
        ScoreFormat format = new ScoreFormat(BundledCases.named(name).metric(), TEXTS);
        double before = Quantiles.of(scores.array(Configuration.BEFORE)).median();
        double after = Quantiles.of(scores.array(Configuration.AFTER)).median();
        BigDecimal difference = number(format.score(after)).subtract(number(format.score(before)));
        assertEquals(0, difference.compareTo(number(format.difference(before, after))), name);
    }
}
