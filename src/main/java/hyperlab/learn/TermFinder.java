package hyperlab.learn;

import hyperlab.text.Language;
import java.util.ArrayList;
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
 * An English term is a whole word or its plural; a Korean term starts a word, and may have a particle.
 */
public final class TermFinder {
    private static final Pattern HANGUL = Pattern.compile("[가-힣]");
    private static final Map<Language, TermFinder> FINDERS = new EnumMap<>(Map.of(
            Language.ENGLISH,
            new TermFinder(Language.ENGLISH, "(?<![\\p{L}\\d-])(", ")(?:s|es)?(?![\\p{L}\\d-])"),
            Language.KOREAN,
            new TermFinder(Language.KOREAN, "(?<![\\p{L}\\d])(", ")")));

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
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            GlossaryTerm term = Objects.requireNonNull(terms.get(key(matcher.group(1))));
            if (seen.add(term)) {
                found.add(new Occurrence(matcher.start(1), matcher.end(1), term));
            }
        }
        return found;
    }
}
