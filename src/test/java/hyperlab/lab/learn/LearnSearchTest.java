package hyperlab.lab.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.lab.learn.LearnSearch.Kind;
import hyperlab.lab.learn.LearnSearch.Match;
import hyperlab.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearnSearchTest {
    private static final LearnSearch SEARCH = new LearnSearch();

    private static List<String> names(String query, Kind kind) {
        return SEARCH.find(query, Language.ENGLISH).stream()
                .filter(match -> match.kind() == kind)
                .map(Match::name)
                .toList();
    }

    @Test
    void findsByTitleInBothLanguages() {
        assertTrue(names("four fates", Kind.LESSON).contains("four-fates"));
        assertTrue(names("Dropout", Kind.TERM).contains("dropout"));
        assertTrue(names("드롭아웃", Kind.TERM).contains("dropout"));
        assertTrue(names("ㄷㄹㅇㅇ", Kind.TERM).contains("dropout"), "initial consonants");
        assertEquals(
                names("학습률", Kind.PAGE),
                SEARCH.find("학습률", Language.KOREAN).stream()
                        .filter(match -> match.kind() == Kind.PAGE)
                        .map(Match::name)
                        .toList());
    }

    @Test
    void findsByTextAcrossLines() {
        assertTrue(names("on which side of the minimum", Kind.LESSON).contains("four-fates"));
        assertTrue(names("  ON WHICH\tside ", Kind.LESSON).contains("four-fates"));
    }

    @Test
    void findsTitlesOfChartsPromptsHintsAndExercises() {
        assertTrue(names("three paths through a ravine", Kind.PAGE).contains("optimizers"));
        assertTrue(names("SGD at 0.0198", Kind.PAGE).contains("optimizers"), "how to read a chart");
        assertTrue(names("does the side not matter", Kind.LESSON).contains("four-fates"), "a prompt");
        assertTrue(names("try twice the rate.", Kind.LESSON).contains("escaping"), "a hint");
        assertTrue(
                names("derivative of sigmoid where it is steepest", Kind.PAGE).contains("activation"));
    }

    @Test
    void titlesComeFirst() {
        List<String> pages = names("network", Kind.PAGE);
        assertEquals("dropout", pages.get(0), "after pages that only mention it in the order of reading");
        assertTrue(pages.indexOf("parameters") > 0, pages::toString);
    }

    @Test
    void findsNothingThatNobodyReads() {
        for (String query : List.of("", "  ", "zzqx", "learningRate: 0.1", "```", "abs(x[8]", "kind: predict")) {
            assertEquals(List.of(), SEARCH.find(query, Language.ENGLISH), query);
        }
        assertEquals(
                "see the page at for",
                LearnSearch.text("---\na: b\n---\nSee **the [page](lab:x)** at $x_k$ for {{y}}"));
    }
}
