package hyperlab.lab.learn;

import hyperlab.lab.LabContext;
import hyperlab.learn.Inline;
import hyperlab.learn.LinkTarget;
import hyperlab.ui.control.FormulaView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;

/** Text of a page with inline formulas and links. Lines break only at spaces, in Korean too. */
final class PageText extends FlowPane {
    private static final double PREF_WRAP_LENGTH = 200;

    private final LabContext context;
    private final Consumer<LinkTarget> linkHandler;
    private final List<Node> word = new ArrayList<>();

    /** @param linkHandler opens the target of a link */
    PageText(List<Inline> text, LabContext context, Consumer<LinkTarget> linkHandler) {
        this.context = context;
        this.linkHandler = linkHandler;
        getStyleClass().addAll("prose", "page-text");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(text.stream().map(Inline::text).collect(Collectors.joining()));
        setPrefWrapLength(PREF_WRAP_LENGTH);
        setRowValignment(VPos.BASELINE);
        setMinHeight(USE_PREF_SIZE);
        text.forEach(this::add);
        endWord();
    }

    private void add(Inline inline) {
        if (inline instanceof Inline.TextRun words) {
            addWords(words);
        } else if (inline instanceof Inline.Formula formula) {
            word.add(new FormulaView(
                    FormulaView.FormulaStyle.LINE,
                    formula.latex(),
                    formula.latex().replace("\\", ""),
                    context.appearance()));
        } else if (inline instanceof Inline.Link link) {
            word.add(link(link));
        }
    }

    private void addWords(Inline.TextRun words) {
        String rest = words.text();
        while (!rest.isEmpty()) {
            int space = rest.indexOf(' ');
            String first = space < 0 ? rest : rest.substring(0, space);
            if (!first.isEmpty()) {
                Text run = new Text(first);
                run.getStyleClass().add(words.strong() ? "prose-strong" : "prose-word");
                word.add(run);
            }
            if (space < 0) {
                return;
            }
            endWord();
            rest = rest.substring(space + 1);
        }
    }

    private Node link(Inline.Link link) {
        Hyperlink node = new Hyperlink(link.text());
        node.setId(LinkResolver.id(link.target()));
        node.getStyleClass().add("page-link");
        node.setOnAction(event -> linkHandler.accept(link.target()));
        return node;
    }

    /** Ends a word. Nodes without a space between them form one word. */
    private void endWord() {
        if (word.size() == 1) {
            getChildren().add(word.get(0));
        } else if (!word.isEmpty()) {
            getChildren().add(new UnbreakableWord(word));
        }
        word.clear();
    }

    /** The nodes of one word, aligned at their baseline. */
    private static final class UnbreakableWord extends HBox {
        UnbreakableWord(List<Node> pieces) {
            getChildren().addAll(pieces);
            setAlignment(Pos.BASELINE_LEFT);
        }

        @Override
        public double getBaselineOffset() {
            return getChildren().stream()
                    .mapToDouble(Node::getBaselineOffset)
                    .max()
                    .orElse(0);
        }
    }
}
