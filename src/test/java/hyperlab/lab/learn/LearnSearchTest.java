package hyperlab.lab.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.lab.learn.LearnSearch.Kind;
import hyperlab.lab.learn.LearnSearch.Match;
import hyperlab.lab.learn.LearnSearch.SearchResult;
import hyperlab.learn.MissingSubjects;
import hyperlab.learn.MissingSubjects.MissingSubject;
import hyperlab.lesson.BundledLessons;
import hyperlab.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearnSearchTest {
    private static final LearnSearch SEARCH = new LearnSearch();

    private static List<String> names(String query, Kind kind) {
        return SEARCH.find(query, Language.ENGLISH).matches().stream()
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
                SEARCH.find("학습률", Language.KOREAN).matches().stream()
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

    /** What students type, and a page that must be among the first. */
    @ParameterizedTest
    @CsvSource({
        "output size, convolution",
        "출력 크기, convolution",
        "stride, convolution",
        "과적합, epochs",
        "learning rate too big, learning-rate",
        "why does loss explode, learning-rate",
        "L2, weight-decay",
        "dropout, dropout",
        "seed, seed",
        "배치, batch-size",
        "momentum, optimizers",
        "cross entropy, softmax",
        "max pooling, convolution",
        "학습률이 너무 크면, learning-rate",
        "정규화, weight-decay",
        "아담, optimizers",
        "number of layers, layers",
        "지역 최솟값, batch-size",
        "CNN, convolution",
        "베이지안 최적화, tuning",
        "train test split, generalization",
        "가중치 초기화, seed",
        "validation set, epochs",
        "그리드 서치, tuning",
        "how do I choose the batch size, batch-size",
        "learning rate schedule, sayings",
        "nan, learning-rate",
        "드롭아웃을 쓰는 이유, dropout",
        "vanishing gradients, activation"
    })
    void whatStudentsTypeLeadsToAPage(String query, String page) {
        List<String> pages = names(query, Kind.PAGE);
        assertTrue(pages.indexOf(page) >= 0 && pages.indexOf(page) < 3, () -> query + ": " + pages);
    }

    @Test
    void wordsAreFoundWithOtherEndingsAndInAnyOrder() {
        SearchResult found = SEARCH.find("noise gradient batches", Language.ENGLISH);
        assertTrue(found.hasAllWords());
        assertEquals("batch-size", found.matches().get(0).name());
        assertEquals("dropout", names("왜 드롭아웃은", Kind.PAGE).get(0), "without the particle");
    }

    @Test
    void someOfTheWordsAreFoundIfNothingHasAll() {
        SearchResult some = SEARCH.find("dropout ensemble zzqx", Language.ENGLISH);
        assertFalse(some.hasAllWords());
        assertTrue(some.matches().stream()
                .anyMatch(match -> match.kind() == Kind.PAGE && match.name().equals("dropout")));
        assertEquals(List.of(), SEARCH.find("dropout zzqx", Language.ENGLISH).matches(), "one word of two");
    }

    @ParameterizedTest
    @CsvSource({
        "batch normalization, batch normalization, exploding gradient",
        "batch norm, batch normalization, initialization",
        "What is batch-normalization?, batch normalization, initialization",
        "배치 정규화, batch normalization, exploding gradient",
        "배치 정규화는 왜 써요, batch normalization, exploding gradient",
        "gradient clipping, gradient clipping, exploding gradient",
        "기울기 클리핑, gradient clipping, exploding gradient",
        "LSTM, recurrent network, vanishing gradient",
        "data augmentation, data augmentation, overfitting"
    })
    void aSubjectWithoutAPageIsNamedWithWhatIsNearest(String query, String subject, String term) {
        SearchResult found = SEARCH.find(query, Language.ENGLISH);
        assertEquals(subject, found.missing());
        assertTrue(names(query, Kind.TERM).contains(term), found::toString);
        assertFalse(names(query, Kind.PAGE).isEmpty(), found::toString);
    }

    @Test
    void onlySubjectsWithoutAPageAreCalledMissing() {
        for (MissingSubject subject : MissingSubjects.ALL) {
            for (String phrase : subject.phrases()) {
                SearchResult found = SEARCH.find(phrase, Language.KOREAN);
                assertEquals(subject.korean(), found.missing(), () -> phrase + " is explained: " + found.matches());
                assertEquals(subject.nearest().size(), found.matches().size(), phrase);
            }
        }
        for (String query : List.of("batch size", "정규화", "gradient", "learning", "shortest", "grunt")) {
            assertNull(SEARCH.find(query, Language.ENGLISH).missing(), query);
        }
    }

    @Test
    void titlesComeFirst() {
        List<String> pages = names("network", Kind.PAGE);
        assertEquals("dropout", pages.get(0), "after pages that only mention it in the order of reading");
        assertTrue(pages.indexOf("parameters") > 0, pages::toString);
    }

    @Test
    void findsNothingThatNobodyReads() {
        String lesson = LearnSearch.text(BundledLessons.markdown("four-fates", Language.ENGLISH));
        for (String hidden : List.of("learningrate: 0.1", "```", "abs(x[8]", "kind: predict")) {
            assertFalse(lesson.contains(hidden), hidden);
        }
        for (String query : List.of("", "  ", "zzqx", "```")) {
            assertEquals(List.of(), SEARCH.find(query, Language.ENGLISH).matches(), query);
        }
        assertEquals(
                "see the page at for",
                LearnSearch.text("---\na: b\n---\nSee **the [page](lab:x)** at $x_k$ for {{y}}"));
    }
}
