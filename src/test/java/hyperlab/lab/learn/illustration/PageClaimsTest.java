package hyperlab.lab.learn.illustration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import hyperlab.lab.LabContext;
import hyperlab.learn.Glossary;
import hyperlab.learn.GlossaryTerm;
import hyperlab.learn.LearnPages;
import hyperlab.text.Language;
import hyperlab.ui.Appearance;
import hyperlab.ui.Messages;
import hyperlab.ui.Theme;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number on a page and in the glossary has a computation, or is listed here as structural. */
class PageClaimsTest {
    /** A number that is not part of a name such as s3 or L1, with its sign, power of ten and superscripts. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![A-Za-z0-9_.])[−±]?\\d[\\d,]*(?:\\.\\d+)?(?:×10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?[⁰¹²³⁴⁵⁶⁷⁸⁹]*");

    private static final Pattern LINK_TARGET = Pattern.compile("\\]\\([a-z]+:[^ )\"]*");
    private static final Pattern FORMULA_IN_WORDS = Pattern.compile("```math [^\n]*");

    /**
     * Numbers without a computation: those of formulas (the 1 in 1 − ηc, the index of a sum, a square), ranges of
     * functions, 0 as a limit, powers of two, and numbers of pages.
     */
    private static final Map<String, Set<String>> STRUCTURAL = Map.ofEntries(
            Map.entry("parameters", Set.of("1", "2")),
            Map.entry("learning-rate", Set.of("0", "1", "2")),
            Map.entry("batch-size", Set.of("1", "2")),
            Map.entry("epochs", Set.of()),
            Map.entry("weight-decay", Set.of("0", "1", "2", "4")),
            Map.entry("dropout", Set.of("0", "1", "4")),
            Map.entry("activation", Set.of("0", "1", "−1")),
            Map.entry("optimizers", Set.of("0", "1", "2")),
            Map.entry("layers", Set.of("1", "2", "4", "7")),
            Map.entry("convolution", Set.of("0", "1", "2")),
            Map.entry("seed", Set.of()),
            Map.entry("tuning", Set.of("0", "1", "3")),
            Map.entry("cases", Set.of("1", "2")),
            Map.entry("softmax", Set.of("0", "1", "2")),
            Map.entry("backpropagation", Set.of("1")),
            Map.entry("generalization", Set.of()),
            Map.entry("sayings", Set.of("1", "2")),
            // 95 % is the confidence of an interval, 1 % the definition of arrival
            Map.entry("maps", Set.of("1", "2", "95")));

    /** Settings of a formula or a definition in the glossary. */
    private static final Set<String> STRUCTURAL_IN_GLOSSARY = Set.of("0", "1", "2");

    private static final LabContext CONTEXT = new LabContext(
            new Messages(Language.ENGLISH), new Appearance(Theme.LIGHT), null, null, null, null, null, null);

    static List<String> names() {
        return LearnPages.NAMES;
    }

    private static Set<String> numbersIn(String text) {
        String shown = FORMULA_IN_WORDS
                .matcher(LINK_TARGET.matcher(text).replaceAll("]("))
                .replaceAll("");
        return NUMBER.matcher(shown)
                .results()
                .map(match -> match.group().replaceAll(",$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyNumberOnAPageIsComputed(String page) {
        Set<String> computed = PageClaims.of(page, CONTEXT);
        for (Language language : Language.values()) {
            Set<String> uncomputed = numbersIn(LearnPages.markdown(page, language));
            uncomputed.removeAll(computed);
            uncomputed.removeAll(STRUCTURAL.get(page));
            assertEquals(Set.of(), uncomputed, page + " in " + language);
        }
    }

    /** The page on cases may state any of the recorded medians. */
    @ParameterizedTest
    @MethodSource("names")
    void everyComputedNumberIsOnItsPage(String page) {
        if (page.equals("cases")) {
            return;
        }
        Set<String> computed = PageClaims.of(page, CONTEXT);
        for (Language language : Language.values()) {
            Set<String> missing = new TreeSet<>(computed);
            missing.removeAll(numbersIn(LearnPages.markdown(page, language)));
            assertEquals(Set.of(), missing, page + " in " + language);
        }
    }

    @Test
    void noNumberInTheGlossaryNeedsAComputation() {
        for (GlossaryTerm term : Glossary.terms(Language.ENGLISH)) {
            Set<String> numbers = numbersIn(term.englishMeaning() + "\n" + term.koreanMeaning());
            numbers.removeAll(STRUCTURAL_IN_GLOSSARY);
            assertEquals(Set.of(), numbers, term.english());
        }
    }

    @Test
    void findsNumbersButNotNamesAndAddresses() {
        assertEquals(
                Set.of("−0.089", "65,536", "2¹⁶", "2.0×10⁻⁶", "±5", "3"),
                numbersIn("s3 is −0.089, 2¹⁶ = 65,536, L1 2.0×10⁻⁶ ±5 [x](try:l2#a1) ⌊3⌋"));
        assertFalse(numbersIn("0.1.").isEmpty());
    }
}
