package hyperlab.lab.learn;

import hyperlab.learn.Glossary;
import hyperlab.learn.LearnPages;
import hyperlab.lesson.BundledExercises;
import hyperlab.lesson.BundledLessons;
import hyperlab.text.FuzzyMatch;
import hyperlab.text.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds pages, lessons and terms by their titles and their texts in both languages. The exercises of a page belong to its
 * text; formulas and computed numbers do not. Making one reads all files. Needs no toolkit.
 */
final class LearnSearch {
    private static final Pattern FRONT_MATTER = Pattern.compile("\\A---\n.*?\n---\n", Pattern.DOTALL);
    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```[^\n]*$");
    /** The lines of a fenced block that the reader sees: a question, and hints. */
    private static final Pattern READ_LINE = Pattern.compile("(?m)^(?:prompt: |  - )(.*)$");
    /** The target of a link, or of a chart with its subtitle. */
    private static final Pattern TARGET = Pattern.compile("\\]\\([^)\"\\s]*(?: \"([^\"\n]*)\")?\\)");
    /** Computed values, formulas, and the names of answers. */
    private static final Pattern NOT_TEXT = Pattern.compile("(?s)\\{\\{.*?}}|\\$[^$\n]*\\$|\\{[a-z-]+}");

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern EMPHASIS = Pattern.compile("[*`\\[]|(?m)^#+ ");

    /** What a match is, in the order in which the kinds are listed. */
    enum Kind {
        PAGE,
        LESSON,
        TERM;

        /** Message key of its plural. */
        String key() {
            return "learn.find." + name().toLowerCase(Locale.ROOT) + "s";
        }
    }

    /**
     * Something that contains the query.
     *
     * @param kind what it is
     * @param name the name of the page or the lesson; of a term, its English word
     * @param title its title in the language of the window
     */
    record Match(Kind kind, String name, String title) {}

    /** What is searched: the titles and the texts in all languages. */
    private record Entry(Kind kind, String name, Map<Language, String> titles, Map<Language, String> texts) {
        String title(Language language) {
            return Objects.requireNonNull(titles.get(language));
        }

        boolean hasTitle(String query) {
            return titles.values().stream().anyMatch(title -> FuzzyMatch.contains(query, title));
        }

        boolean hasText(String query) {
            return texts.values().stream().anyMatch(text -> text.contains(query));
        }
    }

    private final List<Entry> entries = Stream.of(
                    LearnPages.NAMES.stream()
                            .map(name -> entry(
                                    Kind.PAGE,
                                    name,
                                    (key, language) ->
                                            LearnPages.of(key, language).title(),
                                    (key, language) -> LearnPages.markdown(key, language)
                                            + BundledExercises.markdown(key, language)
                                                    .map(exercises -> "\n\n" + text(exercises))
                                                    .orElse(""))),
                    BundledLessons.NAMES.stream()
                            .map(name -> entry(Kind.LESSON, name, BundledLessons::title, BundledLessons::markdown)),
                    Glossary.terms(Language.ENGLISH).stream()
                            .map(term -> new Entry(
                                    Kind.TERM,
                                    term.english(),
                                    inEach(term::word),
                                    inEach(language -> plain(term.meaning(language))))))
            .flatMap(each -> each)
            .toList();

    /**
     * The entries whose title or text contains the query, by kind; in each kind, first those with the query in the title.
     * None for a blank query.
     */
    List<Match> find(String query, Language language) {
        String wanted = plain(query);
        if (wanted.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(Kind.values())
                .flatMap(kind -> Stream.concat(
                        entries.stream().filter(entry -> entry.kind() == kind && entry.hasTitle(wanted)),
                        entries.stream()
                                .filter(entry ->
                                        entry.kind() == kind && !entry.hasTitle(wanted) && entry.hasText(wanted))))
                .map(entry -> new Match(entry.kind(), entry.name(), entry.title(language)))
                .toList();
    }

    private static Entry entry(
            Kind kind,
            String name,
            BiFunction<String, Language, String> title,
            BiFunction<String, Language, String> markdown) {
        return new Entry(
                kind,
                name,
                inEach(language -> title.apply(name, language)),
                inEach(language -> text(markdown.apply(name, language))));
    }

    private static Map<Language, String> inEach(Function<Language, String> text) {
        return Arrays.stream(Language.values()).collect(Collectors.toMap(Function.identity(), text));
    }

    /** What a reader of this Markdown sees as text, in lower case. */
    static String text(String markdown) {
        String body = FRONT_MATTER.matcher(markdown).replaceFirst("");
        String blocks = FENCED.matcher(body)
                .replaceAll(block -> Matcher.quoteReplacement(READ_LINE
                        .matcher(block.group())
                        .results()
                        .map(line -> line.group(1))
                        .collect(Collectors.joining("\n\n"))));
        String links = TARGET.matcher(blocks)
                .replaceAll(target -> target.group(1) == null ? "" : Matcher.quoteReplacement(" " + target.group(1)));
        String words = NOT_TEXT.matcher(links).replaceAll("");
        return plain(EMPHASIS.matcher(words).replaceAll(""));
    }

    private static String plain(String text) {
        return SPACES.matcher(text.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
