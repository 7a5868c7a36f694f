package hyperlab.learn;

import hyperlab.rule.Refusal;
import hyperlab.text.Language;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The words of the subject in both languages: {@code assets/pages/glossary.txt}, where a term is five lines, English,
 * Korean, what it means in either, and its page, with an empty line between terms.
 */
public final class Glossary {
    private static final String PATH = "/pages/glossary.txt";
    private static final int LINES = 5;
    private static final List<Term> TERMS = read(Pages.load(PATH));

    private Glossary() {}

    /** All terms, in the order of the language. */
    public static List<Term> terms(Language language) {
        Collator order = Collator.getInstance(Locale.forLanguageTag(language.code()));
        return TERMS.stream()
                .sorted(Comparator.comparing(term -> term.word(language), order))
                .toList();
    }

    /** Those in which {@code query} stands, in the word of either language; blank for all. */
    public static List<Term> found(String query, Language language) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        return terms(language).stream()
                .filter(term -> (term.english() + "\n" + term.korean())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
    }

    static List<Term> read(String text) {
        return List.of(text.strip().split("\n\\s*\n")).stream()
                .map(part -> {
                    List<String> lines = part.strip().lines().map(String::strip).toList();
                    if (lines.size() != LINES || !Pages.NAMES.contains(lines.get(LINES - 1))) {
                        throw new Refusal("a term of " + PATH, LINES + " lines, the last a page", part);
                    }
                    return new Term(lines.get(0), lines.get(1), lines.get(2), lines.get(3), lines.get(4));
                })
                .toList();
    }
}
