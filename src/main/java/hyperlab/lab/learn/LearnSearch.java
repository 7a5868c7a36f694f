package hyperlab.lab.learn;

import hyperlab.learn.Glossary;
import hyperlab.learn.LearnPages;
import hyperlab.learn.MissingSubjects;
import hyperlab.learn.MissingSubjects.MissingSubject;
import hyperlab.learn.PageKeywords;
import hyperlab.lesson.BundledExercises;
import hyperlab.lesson.BundledLessons;
import hyperlab.text.FuzzyMatch;
import hyperlab.text.Language;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds pages, lessons and terms by their titles, their keywords and their texts in both languages. The exercises of a page
 * belong to its text; formulas and computed numbers do not. A query that nothing contains in one piece is searched word by
 * word; if it asks for a subject without a page, what is nearest is found. Making one reads all files. Needs no toolkit.
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
    private static final Pattern HYPHEN = Pattern.compile("(?<=\\p{L})[-‐‑](?=\\p{L})");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}.]+|\\.(?!\\p{N})");
    private static final Pattern HANGUL = Pattern.compile("[가-힣]");
    /** Words of a question that say nothing about its subject. */
    private static final Set<String> ASKING = Set.of(
            "a", "an", "and", "are", "can", "choose", "do", "does", "for", "from", "how", "i", "if", "in", "is", "it",
            "my", "of", "on", "or", "should", "the", "to", "too", "use", "what", "when", "which", "why", "with", "가장",
            "너무", "대해", "무슨", "쓰는", "무엇", "뭐", "수", "어떻게", "언제", "왜", "이유", "하나요", "해요");

    private static final double TITLE_WEIGHT = 3;
    private static final int SHORTEST_LATIN = 4;
    private static final int SHORTEST_KOREAN = 2;

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

    /**
     * What a query finds.
     *
     * @param matches by kind; in each kind, the best first
     * @param hasAllWords false if nothing contains all words of the query, and the matches only some of them
     * @param missing the name of what was looked for if no page explains it; the matches are what is nearest to it. Null for
     *     any other query
     */
    record SearchResult(
            List<Match> matches,
            boolean hasAllWords,
            @Nullable String missing) {
        SearchResult(List<Match> matches, boolean hasAllWords) {
            this(matches, hasAllWords, null);
        }
    }

    /** What is searched: the titles, keywords and texts in all languages. */
    private record Entry(
            Kind kind, String name, Map<Language, String> titles, List<String> keywords, Map<Language, String> texts) {
        String title(Language language) {
            return Objects.requireNonNull(titles.get(language));
        }

        boolean hasTitle(String query) {
            return Stream.concat(titles.values().stream().map(LearnSearch::plain), keywords.stream())
                    .anyMatch(title -> FuzzyMatch.contains(query, title));
        }

        boolean hasText(String query) {
            return texts.values().stream().anyMatch(text -> text.contains(query));
        }

        boolean has(String query) {
            return hasTitle(query) || hasText(query);
        }

        Match match(Language language) {
            return new Match(kind, name, title(language));
        }
    }

    /**
     * An entry with some words of a query.
     *
     * @param words how many of them
     * @param score grows with them; a word that few entries have counts most, and so does one in a title
     */
    private record Candidate(Entry entry, int words, double score) {}

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
                                    List.of(),
                                    inEach(language -> plain(term.meaning(language))))))
            .flatMap(each -> each)
            .toList();

    /**
     * The entries whose title, keywords or text contain the query, first those with the query in the title or the keywords.
     * If there are none, those that agree best with its words. None for a blank query.
     */
    SearchResult find(String query, Language language) {
        String wanted = plain(query);
        if (wanted.isEmpty()) {
            return new SearchResult(List.of(), true);
        }
        List<Match> whole = Arrays.stream(Kind.values())
                .flatMap(kind -> Stream.concat(
                        entries.stream().filter(entry -> entry.kind() == kind && entry.hasTitle(wanted)),
                        entries.stream()
                                .filter(entry ->
                                        entry.kind() == kind && !entry.hasTitle(wanted) && entry.hasText(wanted))))
                .map(entry -> entry.match(language))
                .toList();
        // A page that only mentions a subject does not explain it.
        return missingSubject(wanted)
                .map(subject -> nearest(subject, language))
                .orElseGet(() -> whole.isEmpty() ? findWords(wanted, language) : new SearchResult(whole, true));
    }

    private Optional<MissingSubject> missingSubject(String wanted) {
        return entries.stream().anyMatch(entry -> entry.hasTitle(wanted))
                ? Optional.empty()
                : MissingSubjects.ALL.stream()
                        .filter(subject ->
                                subject.phrases().stream().anyMatch(phrase -> isAbout(wanted, plain(phrase))))
                        .findFirst();
    }

    /** Whether a query has the phrase in it, in whole words. */
    private static boolean isAbout(String query, String phrase) {
        Pattern whole = Pattern.compile("(?<![a-z0-9])" + Pattern.quote(phrase) + "(?![a-z0-9])");
        return whole.matcher(query).find();
    }

    private SearchResult nearest(MissingSubject subject, Language language) {
        List<Match> matches = subject.nearest().stream()
                .flatMap(name -> {
                    Kind kind = LearnPages.NAMES.contains(name) ? Kind.PAGE : Kind.TERM;
                    return entries.stream()
                            .filter(entry ->
                                    entry.kind() == kind && entry.name().equals(name));
                })
                .map(entry -> entry.match(language))
                .toList();
        return new SearchResult(matches, true, subject.name(language));
    }

    private SearchResult findWords(String wanted, Language language) {
        List<String> words = NOT_WORD.splitAsStream(wanted)
                .filter(word -> !word.isEmpty() && !ASKING.contains(word))
                .distinct()
                .toList();
        Map<String, Long> frequencies = new HashMap<>();
        List<Candidate> candidates = entries.stream()
                .map(entry -> candidate(entry, words, frequencies))
                .filter(candidate -> candidate.words() > 0)
                .toList();
        int most = candidates.stream().mapToInt(Candidate::words).max().orElse(0);
        // One word of several is hardly what was meant.
        if (most < Math.min(words.size(), Math.max(2, (words.size() + 1) / 2))) {
            return new SearchResult(List.of(), true);
        }
        List<Match> matches = Arrays.stream(Kind.values())
                .flatMap(kind -> best(candidates.stream()
                        .filter(candidate -> candidate.entry().kind() == kind)
                        .toList()))
                .map(entry -> entry.match(language))
                .toList();
        return new SearchResult(matches, most == words.size());
    }

    /** Those with more than half of the best score. */
    private static Stream<Entry> best(List<Candidate> candidates) {
        double best = candidates.stream().mapToDouble(Candidate::score).max().orElse(0);
        return candidates.stream()
                .filter(candidate -> candidate.score() > best / 2)
                .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                .map(Candidate::entry);
    }

    private Candidate candidate(Entry entry, List<String> words, Map<String, Long> frequencies) {
        int count = 0;
        double score = 0;
        for (String word : words) {
            Optional<String> part = part(entry, word);
            if (part.isPresent()) {
                String text = part.get();
                long frequency = frequencies.computeIfAbsent(
                        text,
                        key -> entries.stream().filter(each -> each.has(key)).count());
                count++;
                score += (entry.hasTitle(text) ? TITLE_WEIGHT : 1) * text.length() / word.length() / frequency;
            }
        }
        return new Candidate(entry, count, score);
    }

    /**
     * The longest beginning of a word that the entry has: a Korean word may end with a particle, an English one with another
     * ending. At least two thirds of an English word must agree.
     */
    private static Optional<String> part(Entry entry, String word) {
        int shortest =
                HANGUL.matcher(word).find() ? SHORTEST_KOREAN : Math.max(SHORTEST_LATIN, (2 * word.length() + 2) / 3);
        return IntStream.iterate(word.length(), length -> length - 1)
                .takeWhile(length -> length == word.length() || length >= shortest)
                .mapToObj(length -> word.substring(0, length))
                .filter(entry::has)
                .findFirst();
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
                kind == Kind.PAGE
                        ? PageKeywords.of(name).stream().map(LearnSearch::plain).toList()
                        : List.of(),
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

    /** In lower case, with single spaces, also for hyphens: cross-entropy is found by cross entropy. */
    private static String plain(String text) {
        String spaced = HYPHEN.matcher(text.strip()).replaceAll(" ");
        return SPACES.matcher(spaced).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
