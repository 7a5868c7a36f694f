package hyperlab.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermFinderTest {
    private static String terms(String text) {
        return String.join(
                " ",
                TermFinder.find(text).stream()
                        .map(occurrence -> text.substring(occurrence.start(), occurrence.end()) + "="
                                + occurrence.term().english().replace(' ', '-'))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Momentum helps.|Momentum=momentum
            Both losses fall.|loss=loss
            A biased coin lands.|land=land
            The gloss of an island.|''
            A learning-rate schedule lowers the learning rate.|learning-rate schedule=learning-rate-schedule learning rate=learning-rate
            One epoch, another epoch.|epoch=epoch
            A sub-step is no step.|step=step
            학습률을 낮추고 또 학습률을 낮춰요.|학습률=learning-rate
            학습률 스케줄이 학습률을 바꿔요.|학습률 스케줄=learning-rate-schedule 학습률=learning-rate
            미분이에요.|''
            The numbers are in weights.json and seed-1/path.csv.|''
            Three species by bill, flipper and weight.|''
            The RMSE is in the unit of that score; each unit has a bias.|RMSE=RMSE unit=unit bias=bias
            Every step lands equally far away.|step=step
            No case matches these words and filters.|''
            Leaky ReLU 기울기와 손실의 기울기|손실=loss 기울기=gradient
            경로여야 해요. 경로를 그려요.|경로=path
            손실률과 경로의 길이|경로=path
            손실이 줄고, 발산해요.|손실=loss 발산=diverge
            """)
    void findsFirstOccurrenceOfEachWholeTerm(String text, String expected) {
        assertEquals(expected, terms(text));
    }

    /** An exception that has lost its text, or its word, would hide nothing. */
    @Test
    void everyExceptionStandsInATextAndHidesATerm() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("assets"))) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                String name = file.getFileName().toString();
                if (name.endsWith(".properties") || name.endsWith(".md")) {
                    all.append(Files.readString(file)).append('\n');
                }
            }
        }
        String texts = all.toString().toLowerCase(Locale.ROOT);
        for (String exception : TermFinder.exceptions()) {
            String phrase = exception.replaceAll("[\\[\\]]", "");
            String word = exception.replaceAll(".*\\[|].*", "");

            assertTrue(texts.contains(phrase.toLowerCase(Locale.ROOT)), phrase);
            assertEquals(1, TermFinder.find(word).size(), word);
            assertTrue(
                    TermFinder.find(phrase).stream().noneMatch(found -> found.start() == exception.indexOf('[')),
                    phrase);
        }
    }

    @Test
    void knowsEveryTermInBothLanguages() {
        for (GlossaryTerm term : Glossary.terms(Language.ENGLISH)) {
            for (String word : List.of(term.english(), term.korean())) {
                List<TermFinder.Occurrence> found = TermFinder.find(word);
                assertEquals(List.of(new TermFinder.Occurrence(0, word.length(), term)), found, word);
            }
        }
    }
}
