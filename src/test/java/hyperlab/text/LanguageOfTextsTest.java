package hyperlab.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No text, page, help or guide has a spelling or phrase that has been replaced, in either language. */
class LanguageOfTextsTest {
    private static final List<Pattern> FORBIDDEN = List.of(
            ForbiddenWords.BRITISH,
            ForbiddenWords.TRANSLATED_ENGLISH,
            ForbiddenWords.NONSTANDARD_TERMS,
            ForbiddenWords.TRANSLATED_KOREAN,
            ForbiddenWords.REPLACED_TERMS);

    static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>(
                List.of(Path.of("README.md"), Path.of("src/README.md"), Path.of(".github/CONTRIBUTING.md")));
        for (String folder : List.of("assets/i18n", "assets/pages", "assets/lessons", "assets/exercises")) {
            try (Stream<Path> tree = Files.walk(Path.of(folder))) {
                // Nobody reads the keywords: they are what people may type, so they have words that the texts avoid.
                tree.filter(file -> file.toString().matches(".*\\.(properties|md|txt)"))
                        .filter(file -> !file.endsWith("keywords.txt") && !file.endsWith("not-covered.txt"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    @ParameterizedTest
    @MethodSource("files")
    void textsHaveNoReplacedForms(Path file) throws IOException {
        List<String> found = new ArrayList<>();
        texts(file)
                .forEach((place, text) -> FORBIDDEN.forEach(form ->
                        form.matcher(text).results().forEach(match -> found.add(place + ": " + match.group()))));
        assertEquals(List.of(), found);
    }

    @Test
    void allFilesAreChecked() throws IOException {
        assertTrue(files().contains(Path.of("assets/i18n/help_ko.properties")));
        assertTrue(files().contains(Path.of("assets/pages/glossary.txt")));
        assertTrue(files().contains(Path.of("assets/lessons/ko/four-fates.hyperlab-lesson.md")));
        assertTrue(files().contains(Path.of("assets/exercises/ko/seed.md")));
        assertTrue(files().size() > 120, files()::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The colours of the map",
                "It is centred on 0",
                "Features are standardised",
                "Nothing to mend",
                "learns them by heart",
                "is no known key",
                "매개변수",
                "특성 4개",
                "기울기를 흘림",
                "고른 열을 빼거나 씁니다.",
                "“작은 스텝이 안전하고 항상 수렴한다”",
                "두 반달",
                "pulls each weight towards zero",
                "데이터 나누기",
                "the units are leaky ReLU",
            })
    void replacedFormsAreFound(String text) {
        assertTrue(FORBIDDEN.stream().anyMatch(form -> form.matcher(text).find()), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The analysis of the gray image",
                "Stop, otherwise the exercise is lost",
                "It has a center of 3 parameters",
                "The run was canceled",
                "고른 열을 빼거나 써요.",
                "확장자가 없어요",
                "문제가 아니다",
                "toward zero, with Leaky ReLU",
                "데이터를 나누는 까닭",
            })
    void standardFormsAreAllowed(String text) {
        assertFalse(FORBIDDEN.stream().anyMatch(form -> form.matcher(text).find()), text);
    }

    /** The texts of a bundle by key, without the keys; of another file by line. */
    private static Map<String, String> texts(Path file) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        if (file.toString().endsWith(".properties")) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
            properties.forEach((key, text) -> texts.put((String) key, (String) text));
            return texts;
        }
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            texts.put(String.format(Locale.ROOT, "line %04d", i + 1), lines.get(i));
        }
        return texts;
    }
}
