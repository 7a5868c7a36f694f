package hyperlab.learn;

import hyperlab.text.Language;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the terms of the glossary in a text. The language is that of the text: any text with Korean letters is Korean.
 * An English term is a whole word or its plural; a Korean term starts a word, and may have a particle or a verb ending.
 * Words inside file names and options are not terms, nor are those that {@code assets/pages/not-terms.txt} lists with
 * the phrase in which they have another meaning.
 */
public final class TermFinder {
    private static final Pattern HANGUL = Pattern.compile("[가-힣]");
    private static final String EXCEPTIONS_PATH = "/pages/not-terms.txt";
    private static final Pattern EXCEPTION = Pattern.compile("([^\\[]*)\\[([^]]+)](.*)");
    private static final String NO_LETTER_BEFORE = "(?<![\\p{L}\\d_/-])(?<![\\p{L}\\d]\\.)";
    private static final String NO_LETTER_AFTER = "(?![\\p{L}\\d_-]|\\.[\\p{L}\\d])";
    /** What may follow a Korean term: no Korean letter, or the beginning of a particle or a verb ending. */
    private static final String PARTICLE_AFTER = "(?![가-힣&&[^이가은는을를의에로으와과도만까부마처보별나라란예여당들씩층일하한할해했돼된되]])";

    private static final Pattern EXCEPTIONS = compileExceptions();
    private static final Map<Language, TermFinder> FINDERS = new EnumMap<>(Map.of(
            Language.ENGLISH,
            new TermFinder(Language.ENGLISH, NO_LETTER_BEFORE + "(", ")(?:s|es)?" + NO_LETTER_AFTER),
            Language.KOREAN,
            new TermFinder(Language.KOREAN, NO_LETTER_BEFORE + "(", ")" + PARTICLE_AFTER)));

    private final Map<String, GlossaryTerm> terms = new HashMap<>();
    private final Pattern pattern;

    /**
     * A term in a text.
     *
     * @param start index of its first character
     * @param end index after its last character
     */
    public record Occurrence(int start, int end, GlossaryTerm term) {}

    private TermFinder(Language language, String before, String after) {
        Glossary.terms(language).forEach(term -> terms.put(key(term.word(language)), term));
        // A longer term comes first: learning-rate schedule before learning rate.
        String words = terms.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        pattern = Pattern.compile(before + words + after, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The phrases in which a word of the glossary is not the term; the word is in brackets. */
    static List<String> exceptions() {
        return LearnPages.load(EXCEPTIONS_PATH)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    private static Pattern compileExceptions() {
        String words = exceptions().stream().map(TermFinder::exceptionPattern).collect(Collectors.joining("|"));
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String exceptionPattern(String phrase) {
        Matcher parts = EXCEPTION.matcher(phrase);
        if (!parts.matches()) {
            throw new IllegalStateException(
                    EXCEPTIONS_PATH + " must have one word in brackets per line, got " + phrase);
        }
        // The word comes before the lookbehind for it: most places in a text fail at its first character.
        return Pattern.quote(parts.group(2)) + "(?<=" + Pattern.quote(parts.group(1) + parts.group(2)) + ")(?="
                + Pattern.quote(parts.group(3)) + ")";
    }

    private static String key(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** The first occurrence of each term, from left to right. */
    public static List<Occurrence> find(String text) {
        Language language = HANGUL.matcher(text).find() ? Language.KOREAN : Language.ENGLISH;
        return Objects.requireNonNull(FINDERS.get(language)).firstOccurrences(text);
    }

    private List<Occurrence> firstOccurrences(String text) {
        List<Occurrence> found = new ArrayList<>();
        Set<GlossaryTerm> seen = new HashSet<>();
        BitSet excepted = excepted(text);
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            GlossaryTerm term = Objects.requireNonNull(terms.get(key(matcher.group(1))));
            if (!excepted.get(matcher.start(1)) && seen.add(term)) {
                found.add(new Occurrence(matcher.start(1), matcher.end(1), term));
            }
        }
        return found;
    }

    /** The characters of words that are not terms in their phrase. */
    private static BitSet excepted(String text) {
        BitSet characters = new BitSet(text.length());
        Matcher matcher = EXCEPTIONS.matcher(text);
        while (matcher.find()) {
            characters.set(matcher.start(), matcher.end());
        }
        return characters;
    }
}
