package hyperlab.ui.control;

import hyperlab.learn.GlossaryTerm;
import hyperlab.learn.TermFinder;
import hyperlab.text.Language;
import hyperlab.ui.RecentlyUsed;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The meanings of glossary terms as tooltips of the words that are terms. FX thread only. */
public final class TermHints {
    private static final int CACHE_SIZE = 256;
    /** The texts of the labs change several times a second, but most of them repeat. */
    private static final RecentlyUsed<String, List<TermFinder.Occurrence>> CACHE = new RecentlyUsed<>(CACHE_SIZE);

    private TermHints() {}

    /** The first occurrence of each term in a text, from left to right. */
    public static List<TermFinder.Occurrence> find(String text) {
        return CACHE.get(text, TermFinder::find);
    }

    /** The term with its meaning, in Korean if {@code shown} has the Korean word. */
    static String meaning(GlossaryTerm term, String shown) {
        Language language = shown.contains(term.korean()) ? Language.KOREAN : Language.ENGLISH;
        return term.word(language) + ": " + term.meaning(language);
    }

    /** Shows the meanings of all terms in a title as the tooltip of its node; without a term it has no tooltip. */
    static void explainTitle(Node node, ObservableValue<String> title) {
        Hints.whenFirstEntered(node, () -> {
            Tooltip tooltip = Hints.tooltip();
            title.addListener((observed, before, now) -> update(node, tooltip, now));
            update(node, tooltip, title.getValue());
        });
    }

    private static void update(Node node, Tooltip tooltip, @Nullable String title) {
        String shown = title == null ? "" : title;
        List<TermFinder.Occurrence> terms = find(shown);
        Tooltip.uninstall(node, tooltip);
        if (!terms.isEmpty()) {
            tooltip.setText(terms.stream()
                    .map(occurrence -> meaning(occurrence.term(), shown))
                    .collect(Collectors.joining("\n")));
            Tooltip.install(node, tooltip);
        }
    }
}
