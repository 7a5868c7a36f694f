package hyperlab.ui.control;

import hyperlab.learn.GlossaryTerm;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** A word that is a glossary term, or a part of one, with its meaning as a tooltip. */
public final class TermWord extends HBox {
    private final GlossaryTerm term;
    private final String word;
    private final String style;

    /**
     * @param parts the nodes of the word
     * @param word its text
     * @param context the text that it is in, which determines the language of the tooltip
     * @param style names the style of the parts, so that an equal word can be kept
     */
    public TermWord(List<Node> parts, String word, String context, GlossaryTerm term, String style) {
        this.term = term;
        this.word = word;
        this.style = style;
        getStyleClass().add("term");
        setAlignment(Pos.TOP_LEFT);
        getChildren().setAll(parts);
        Hints.whenFirstEntered(this, () -> {
            Tooltip tooltip = Hints.tooltip();
            tooltip.setText(TermHints.meaning(term, context));
            Tooltip.install(this, tooltip);
        });
    }

    public GlossaryTerm term() {
        return term;
    }

    /** Whether this node shows the same word of the same term in the same style. */
    boolean shows(GlossaryTerm otherTerm, String otherWord, String otherStyle) {
        return term.equals(otherTerm) && word.equals(otherWord) && style.equals(otherStyle);
    }

    @Override
    public double getBaselineOffset() {
        return getInsets().getTop() + getChildren().get(0).getBaselineOffset();
    }
}
