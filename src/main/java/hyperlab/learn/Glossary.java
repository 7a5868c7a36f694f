package hyperlab.learn;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.text.Language;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The terms of the subject in both languages, from {@code assets/pages/glossary.txt}. There, a term has five lines,
 * followed by an empty line: English, Korean, the English meaning, the Korean meaning, and the page.
 */
public final class Glossary {
    private static final String PATH = "/pages/glossary.txt";
    private static final int LINES_PER_TERM = 5;
    private static final List<GlossaryTerm> TERMS = read(LearnPages.load(PATH));

    private Glossary() {}

    /** All terms, sorted in this language. */
    public static List<GlossaryTerm> terms(Language language) {
        Collator order = Collator.getInstance(Locale.forLanguageTag(language.code()));
        return TERMS.stream()
                .sorted(Comparator.comparing(term -> term.word(language), order))
                .toList();
    }

    /**
     * The terms whose English or Korean word contains {@code query}, ignoring case and sorted in {@code language}; all
     * terms if it is blank.
     */
    public static List<GlossaryTerm> search(String query, Language language) {
        String searchText = query.strip().toLowerCase(Locale.ROOT);
        return terms(language).stream()
                .filter(term -> (term.english() + "\n" + term.korean())
                        .toLowerCase(Locale.ROOT)
                        .contains(searchText))
                .toList();
    }

    static List<GlossaryTerm> read(String text) {
        return List.of(text.strip().split("\n\\s*\n")).stream()
                .map(part -> {
                    List<String> lines = part.strip().lines().map(String::strip).toList();
                    if (lines.size() != LINES_PER_TERM || !LearnPages.NAMES.contains(lines.get(LINES_PER_TERM - 1))) {
                        throw new InvalidInputException("a term of " + PATH, Rule.GLOSSARY_TERM, LINES_PER_TERM, part);
                    }
                    return new GlossaryTerm(lines.get(0), lines.get(1), lines.get(2), lines.get(3), lines.get(4));
                })
                .toList();
    }
}
