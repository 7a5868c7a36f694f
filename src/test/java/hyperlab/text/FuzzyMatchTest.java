package hyperlab.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FuzzyMatchTest {
    private static List<String> ranked(String query, String... names) {
        return Stream.of(names)
                .filter(name -> FuzzyMatch.score(query, name).isPresent())
                .sorted(Comparator.comparingInt(
                                (String name) -> FuzzyMatch.score(query, name).orElseThrow())
                        .reversed())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "lr, Learning rate",
        "LEARN, Learning rate",
        "learning  rate, Learning rate",
        "rate, Learning rate",
        "lrnrt, Learning rate",
        "학습, 학습률",
        "ㅎㅅㄹ, 학습률",
        "ㅎ, 학습률",
        "하, 학습률",
        "학스, 학습률",
        "배ㅊ, 배치 크기",
        "ㅂㅊㅋㄱ, 배치 크기"
    })
    void letters(String query, String name) {
        assertTrue(FuzzyMatch.score(query, name).isPresent());
    }

    @ParameterizedTest
    @CsvSource({"rl, Learning", "learningrates, Learning rate", "ㅅㅎ, 학습률", "한, 학습률", "습학, 학습률", "x, Learning rate"})
    void otherLetters(String query, String name) {
        assertEquals(OptionalInt.empty(), FuzzyMatch.score(query, name));
    }

    @Test
    void wordStartsAndNeighborsComeFirst() {
        assertEquals(
                List.of("Batch size", "Number of batches", "Bias and the chart"),
                ranked("batch", "Bias and the chart", "Number of batches", "Batch size"));
        assertEquals(List.of("Learning rate", "Color range"), ranked("lr", "Color range", "Learning rate"));
        assertEquals("Map", ranked("map", "Momentum on a map", "Map", "Maps").get(0));
    }

    @Test
    void theShorterOfTwoEqualMatchesComesFirst() {
        assertEquals(List.of("Noise", "Noise of the gradient"), ranked("noi", "Noise of the gradient", "Noise"));
    }

    @Test
    void containsTheQueryInOnePieceOnly() {
        assertTrue(FuzzyMatch.contains("RATE", "Learning rate"));
        assertTrue(FuzzyMatch.contains("ㅎㅅㄹ", "층별 학습률"));
        assertFalse(FuzzyMatch.contains("lrate", "Learning rate"), "scattered letters");
        assertFalse(FuzzyMatch.contains("Learning rates", "Learning rate"), "longer than the name");
    }
}
