package hyperlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.file.Documents;
import hyperlab.learn.Glossary;
import hyperlab.learn.LearnPages;
import hyperlab.learn.LinkedDocuments;
import hyperlab.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LearnCommandTest {
    private static String printed(Object... args) {
        return CommandRun.done(args).out();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void listsEveryPageByNameAndTitle(Language language) {
        List<String> lines =
                printed("learn", "--language", language.code()).lines().toList();
        assertEquals(LearnPages.NAMES.size(), lines.size());
        for (int k = 0; k < lines.size(); k++) {
            String name = LearnPages.NAMES.get(k);
            assertTrue(lines.get(k).startsWith(name + "  "), lines.get(k));
            assertTrue(
                    lines.get(k).endsWith("  " + LearnPages.of(name, language).title()), lines.get(k));
        }
    }

    @Test
    void printsPage() {
        assertTrue(
                printed("learn", "seed", "--language", "ko").startsWith(LearnPages.markdown("seed", Language.KOREAN)));
        assertTrue(printed("learn", "learning-rate", "--language", "en").startsWith("# How large should a step be?\n"));
    }

    @Test
    void printsExercisesAfterThePageAndAnswersOnlyIfAskedFor() {
        String page = LearnPages.markdown("learning-rate", Language.ENGLISH);
        String questions = printed("learn", "learning-rate", "--language", "en").substring(page.length());
        assertTrue(questions.startsWith("\n## Exercises\n\n### 1. A descent starts at 3.2 on a parabola"), questions);
        assertTrue(questions.endsWith("1. 0.5\n2. 2\n3. 8\n"), questions);
        assertTrue(!questions.contains("Answer:") && !questions.contains("2.88"), questions);
        String answers = printed("learn", "learning-rate", "--answers", "--language", "en")
                .substring(page.length());
        assertTrue(answers.contains("Answer: −2.88, within 0.05\n\nThe factor is"), answers);
        assertTrue(answers.contains("to −2.88, to the other side"), answers);
        assertTrue(
                answers.contains(
                        "3. 8\n\nAnswer: (1) 0.5\n- (2) Belief behind it: the limit of the rate is always 2\n"),
                answers);
        assertTrue(printed("learn", "learning-rate", "--answers", "--language", "ko")
                .contains("정답: −2.88"));
    }

    @Test
    void glossaryHasBothTermsAndTheMeaning() {
        List<String> lines =
                printed("learn", "--glossary", "--language", "ko").lines().toList();
        assertEquals(Glossary.terms(Language.KOREAN).size(), lines.size());
        assertTrue(lines.contains("학습률 (learning rate): 기울기의 반대쪽으로 얼마나 움직일지 정하는 값이에요."), lines.toString());
    }

    @Test
    void linkOpensDocument() {
        String json = printed("learn", "--try", "oscillating-rate");
        assertEquals(LinkedDocuments.load("oscillating-rate"), Documents.parse(json, "printed"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            seeds|PAGE can be parameters, learning-rate, batch-size, epochs, weight-decay, dropout, activation, optimizers, layers, convolution, seed, tuning, cases, softmax, backpropagation, generalization, sayings, maps, but not "seeds"; did you mean seed?
            seed --glossary|learn takes only one of PAGE, --glossary and --try
            seed --language kr|--language can be en, ko, but not "kr"; did you mean ko?
            --answers|--answers needs PAGE
            seed tuning|tuning is one argument too many for learn
            """)
    void rejectsInvalidArgumentsInOneLine(String args, String line) {
        assertEquals(line, CommandRun.refused((Object[]) ("learn " + args).split(" ", -1)));
    }
}
