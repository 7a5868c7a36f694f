package hyperlab.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.rule.InvalidInputException;
import hyperlab.text.ForbiddenWords;
import hyperlab.text.Language;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GlossaryTest {
    @Test
    void everyTermHasNameAndDefinitionInBothLanguages() {
        for (GlossaryTerm term : Glossary.terms(Language.ENGLISH)) {
            String english = term.english() + term.englishMeaning();
            String korean = term.korean() + term.koreanMeaning();
            assertFalse(ForbiddenWords.HANGUL.matcher(english).find(), english);
            assertTrue(
                    term.englishMeaning().endsWith(".") && term.koreanMeaning().endsWith("요."), english);
            assertTrue(
                    term.korean().equals("RMSE")
                            || ForbiddenWords.HANGUL.matcher(term.korean()).find(),
                    korean);
            assertFalse(ForbiddenWords.NONSTANDARD_TERMS.matcher(korean).find(), korean);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noNameOccursTwice(Language language) {
        List<String> words = Glossary.terms(language).stream()
                .map(term -> term.word(language))
                .toList();
        assertEquals(words.size(), new HashSet<>(words).size());
    }

    @Test
    void sortsTermsInTheOrderOfTheLanguage() {
        List<String> english = Glossary.terms(Language.ENGLISH).stream()
                .map(GlossaryTerm::english)
                .toList();
        assertEquals("accuracy", english.get(0));
        assertTrue(english.indexOf("batch size") < english.indexOf("Bayesian search"));
        assertEquals("weight decay", english.get(english.size() - 1));
        List<String> korean = Glossary.terms(Language.KOREAN).stream()
                .map(GlossaryTerm::korean)
                .toList();
        assertTrue(korean.indexOf("가중치") < korean.indexOf("기울기"));
        assertEquals("훈련이 되는 경계", korean.get(korean.size() - 1));
    }

    @Test
    void everyPageTeachesSomeTerm() {
        assertEquals(
                new HashSet<>(LearnPages.NAMES),
                new HashSet<>(Glossary.terms(Language.KOREAN).stream()
                        .map(GlossaryTerm::page)
                        .toList()));
    }

    /** A page covers a term if its text contains the word, apart from its last letter e, which endings replace. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void thePageOfEachTermCoversIt(Language language) {
        List<String> missing = new ArrayList<>();
        for (GlossaryTerm term : Glossary.terms(language)) {
            String word = term.word(language).toLowerCase(Locale.ROOT);
            String stem = word.endsWith("e") ? word.substring(0, word.length() - 1) : word;
            String page = LearnPages.markdown(term.page(), language).toLowerCase(Locale.ROOT);
            if (!page.contains(stem)) {
                missing.add(word + " on " + term.page());
            }
        }
        assertEquals(List.of(), missing);
    }

    @ParameterizedTest
    @CsvSource({"stride, stride", "스트라, stride", " OPTIMI , optimizer", "최적화 알, optimizer"})
    void aTermIsFoundByLettersOfEitherLanguage(String query, String english) {
        for (Language language : Language.values()) {
            assertEquals(
                    List.of(english),
                    Glossary.search(query, language).stream()
                            .map(GlossaryTerm::english)
                            .toList());
        }
    }

    @Test
    void blankFindsAllAndNonsenseNone() {
        assertEquals(Glossary.terms(Language.ENGLISH), Glossary.search("  ", Language.ENGLISH));
        assertEquals(List.of(), Glossary.search("zzz", Language.ENGLISH));
    }

    @Test
    void rejectsTermWithoutItsPage() {
        assertThrows(InvalidInputException.class, () -> Glossary.read("step\n스텝\nOne.\n하나예요.\nnowhere"));
        assertThrows(InvalidInputException.class, () -> Glossary.read("step\n스텝\nOne.\nseed"));
    }
}
