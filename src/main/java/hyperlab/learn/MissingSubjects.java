package hyperlab.learn;

import hyperlab.text.Language;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The subjects that people look for and that no page explains, from {@code assets/pages/not-covered.txt}. */
public final class MissingSubjects {
    private static final String PATH = "/pages/not-covered.txt";

    /** In the order of the file. */
    public static final List<MissingSubject> ALL = read(LearnPages.load(PATH));

    /**
     * A subject without a page.
     *
     * @param english its English name
     * @param korean its Korean name
     * @param phrases what people type when they look for it, including both names
     * @param nearest what is related to it: names of pages, and English words of terms
     */
    public record MissingSubject(String english, String korean, List<String> phrases, List<String> nearest) {
        /** The name in this language. */
        public String name(Language language) {
            return switch (language) {
                case ENGLISH -> english;
                case KOREAN -> korean;
            };
        }
    }

    private MissingSubjects() {}

    static List<MissingSubject> read(String text) {
        return text.lines()
                .filter(Predicate.not(String::isBlank))
                .filter(line -> !line.startsWith("#"))
                .map(MissingSubjects::subject)
                .toList();
    }

    private static MissingSubject subject(String line) {
        String[] parts = line.split(": ", 2);
        List<String> phrases = list(parts[0]);
        List<String> nearest = parts.length < 2 ? List.of() : list(parts[1]);
        if (phrases.size() < 2 || nearest.isEmpty() || !known().containsAll(nearest)) {
            throw new IllegalStateException(
                    PATH + " must have two names, a colon and pages or terms per line, got " + line);
        }
        return new MissingSubject(phrases.get(0), phrases.get(1), phrases, nearest);
    }

    private static List<String> known() {
        return Stream.concat(
                        LearnPages.NAMES.stream(),
                        Glossary.terms(Language.ENGLISH).stream().map(GlossaryTerm::english))
                .toList();
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).toList();
    }
}
