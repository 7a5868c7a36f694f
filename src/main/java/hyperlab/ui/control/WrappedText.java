package hyperlab.ui.control;

import hyperlab.learn.GlossaryTerm;
import hyperlab.learn.TermFinder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Running text that wraps only at spaces, even in Korean, where the toolkit would break inside words, and not within a
 * short relation such as η = 0.05. Text between pairs of {@code **} is bold. The first occurrence of each glossary
 * term has its meaning as a tooltip.
 */
public final class WrappedText extends FlowPane {
    private static final String BOLD_MARK = "**";
    private static final Pattern SPACES = Pattern.compile("\\s+");
    /** A symbol, a relation and a value, such as η = 0.05 or z ≤ 0. */
    private static final Pattern RELATION =
            Pattern.compile("(?<=^|[\\s(])((?:\\*\\*)?\\p{L}[′₀-₉]?) ([=≠≈<>≤≥]) (?=(?!\\*)\\S{1,12}(?:\\s|$))");

    private static final double WRAP_WIDTH = 200;

    private final ObservableValue<String> text;

    public WrappedText(ObservableValue<String> text, String... styles) {
        this.text = text;
        getStyleClass().add("prose");
        getStyleClass().addAll(styles);
        setAccessibleRole(AccessibleRole.TEXT);
        setPrefWrapLength(WRAP_WIDTH);
        setRowValignment(VPos.TOP);
        setMinHeight(USE_PREF_SIZE);
        text.addListener((observed, before, now) -> show(now));
        show(text.getValue());
    }

    /** A text that takes no space while it is empty. */
    public static WrappedText hiddenIfEmpty(String id, ObservableValue<String> text) {
        WrappedText prose = new WrappedText(text);
        prose.setId(id);
        prose.managedProperty().bind(text.map(words -> !words.isEmpty()));
        prose.visibleProperty().bind(prose.managedProperty());
        return prose;
    }

    /** The text without the markup. */
    public String text() {
        return text.getValue().replace(BOLD_MARK, "");
    }

    private void show(String words) {
        List<Node> nodes = new ArrayList<>();
        String plainText = words.replace(BOLD_MARK, "").strip();
        List<TermFinder.Occurrence> terms =
                TermHints.find(SPACES.matcher(plainText).replaceAll(" "));
        int start = 0;
        boolean strong = false;
        String joined = RELATION.matcher(words.strip()).replaceAll("$1\u00a0$2\u00a0");
        for (String word : SPACES.split(joined, -1)) {
            boolean opens = word.startsWith(BOLD_MARK);
            strong |= opens;
            int close = word.indexOf(BOLD_MARK, opens ? BOLD_MARK.length() : 0);
            boolean closes = strong && close >= 0;
            String first = closes
                    ? word.substring(opens ? BOLD_MARK.length() : 0, close)
                    : opens ? word.substring(BOLD_MARK.length()) : word;
            String rest = closes ? word.substring(close + BOLD_MARK.length()) : "";
            int end = start + first.length() + rest.length();
            GlossaryTerm term = termIn(terms, start, end);
            if (term != null) {
                nodes.add(termNode(first, strong, rest, plainText, term, nodes.size()));
            } else if (rest.isEmpty()) {
                nodes.add(wordNode(first, strong, nodes.size()));
            } else {
                nodes.add(boldAndPlain(first, rest));
            }
            strong &= !closes;
            start = end + 1;
        }
        if (!nodes.equals(getChildren())) {
            getChildren().setAll(nodes);
        }
        setAccessibleText(words.replace(BOLD_MARK, ""));
    }

    /** The term that overlaps the characters from {@code start} to {@code end}; null if there is none. */
    private static @Nullable GlossaryTerm termIn(List<TermFinder.Occurrence> terms, int start, int end) {
        for (TermFinder.Occurrence occurrence : terms) {
            if (occurrence.start() < end && occurrence.end() > start) {
                return occurrence.term();
            }
        }
        return null;
    }

    /** Returns a node for a word of a term; {@code plain} follows {@code word} in the plain style. */
    private Node termNode(String word, boolean strong, String plain, String context, GlossaryTerm term, int place) {
        String all = word + plain;
        String style = style(strong) + word.length();
        if (place < getChildren().size()
                && getChildren().get(place) instanceof TermWord existing
                && existing.shows(term, all, style)) {
            return existing;
        }
        List<Node> parts = new ArrayList<>(List.of(wordNode(word, strong)));
        if (!plain.isEmpty()) {
            parts.add(wordNode(plain, false));
        }
        return new TermWord(parts, all, context, term, style);
    }

    /**
     * Returns a node for a word. Reuses the existing node at that index if it has the same style, to avoid restyling.
     */
    private Node wordNode(String word, boolean strong, int place) {
        if (place < getChildren().size()
                && getChildren().get(place) instanceof Text existing
                && existing.getStyleClass().contains(style(strong))) {
            existing.setText(word);
            return existing;
        }
        return wordNode(word, strong);
    }

    /** A word whose bold part is followed by plain characters, such as a particle or a period. */
    private static Node boldAndPlain(String bold, String plain) {
        HBox word = new HBox(wordNode(bold, true), wordNode(plain, false));
        word.setAlignment(Pos.TOP_LEFT);
        return word;
    }

    private static Text wordNode(String word, boolean strong) {
        Text run = new Word(word);
        run.getStyleClass().add(style(strong));
        return run;
    }

    private static String style(boolean strong) {
        return strong ? "prose-strong" : "prose-word";
    }
}
