package hyperlab.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.text.Language;
import java.util.List;
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
            """)
    void findsFirstOccurrenceOfEachWholeTerm(String text, String expected) {
        assertEquals(expected, terms(text));
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
