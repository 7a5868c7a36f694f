package hyperlab.learn;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What people type to find a page although it does not say it in these words, from {@code assets/pages/keywords.txt}:
 * other names, spellings and questions, in both languages.
 */
public final class PageKeywords {
    private static final String PATH = "/pages/keywords.txt";
    private static final Map<String, List<String>> PHRASES = read(LearnPages.load(PATH));

    private PageKeywords() {}

    /**
     * The phrases of a page; none if it needs none.
     *
     * @param page one of {@link LearnPages#NAMES}
     */
    public static List<String> of(String page) {
        return PHRASES.getOrDefault(page, List.of());
    }

    private static Map<String, List<String>> read(String text) {
        return text.lines()
                .filter(Predicate.not(String::isBlank))
                .filter(line -> !line.startsWith("#"))
                .map(PageKeywords::split)
                .collect(Collectors.toMap(
                        parts -> parts[0],
                        parts -> Arrays.stream(parts[1].split(","))
                                .map(String::strip)
                                .toList()));
    }

    private static String[] split(String line) {
        String[] parts = line.split(": ", 2);
        if (parts.length < 2 || !LearnPages.NAMES.contains(parts[0])) {
            throw new IllegalStateException(PATH + " must have a page, a colon and phrases per line, got " + line);
        }
        return parts;
    }
}
