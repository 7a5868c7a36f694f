package hyperlab.lab.learn;

import hyperlab.lab.LabContext;
import hyperlab.lab.learn.illustration.ChartNumber;
import hyperlab.learn.Inline;
import hyperlab.learn.LinkTarget;
import hyperlab.learn.TermFinder;
import hyperlab.ui.control.FormulaView;
import hyperlab.ui.control.TermWord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
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
    private final PageTerms terms;
    private final Function<String, ChartNumber> numbers;
    private final List<Node> word = new ArrayList<>();

    /**
     * @param linkHandler opens the target of a link
     * @param terms the terms that are linked to the glossary
     * @param numbers the number that changes a chart, by the name of the chart
     */
    PageText(
            List<Inline> text,
            LabContext context,
            Consumer<LinkTarget> linkHandler,
            PageTerms terms,
            Function<String, ChartNumber> numbers) {
        this.context = context;
        this.linkHandler = linkHandler;
        this.terms = terms;
        this.numbers = numbers;
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
        } else if (inline instanceof Inline.ChartNumber number) {
            word.add(new DraggableNumber(number.chart(), numbers.apply(number.chart()), context.messages()));
        } else if (inline instanceof Inline.Link link) {
            word.add(link(link));
        }
    }

    private void addWords(Inline.TextRun words) {
        List<TermFinder.Occurrence> firstUses = terms.firstUses(words.text());
        int start = 0;
        while (start < words.text().length()) {
            int space = words.text().indexOf(' ', start);
            int end = space < 0 ? words.text().length() : space;
            if (end > start) {
                Text run = new Text(words.text().substring(start, end));
                run.getStyleClass().add(words.strong() ? "prose-strong" : "prose-word");
                word.add(linked(run, words.text(), start, end, firstUses));
            }
            if (space < 0) {
                return;
            }
            endWord();
            start = space + 1;
        }
    }

    /** Returns the word, as a link to the glossary if it belongs to the first use of a term. */
    private Node linked(Text run, String text, int start, int end, List<TermFinder.Occurrence> firstUses) {
        for (TermFinder.Occurrence use : firstUses) {
            if (use.start() < end && use.end() > start) {
                TermWord link = new TermWord(List.of(run), run.getText(), text, use.term(), "page");
                link.setOnMouseClicked(event -> terms.open(use.term()));
                return link;
            }
        }
        return run;
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
