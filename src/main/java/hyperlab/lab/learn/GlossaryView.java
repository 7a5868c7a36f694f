package hyperlab.lab.learn;

import hyperlab.lab.LabContext;
import hyperlab.learn.GlossaryTerm;
import hyperlab.learn.LinkTarget;
import hyperlab.text.Language;
import hyperlab.ui.Messages;
import hyperlab.ui.NodeListeners;
import hyperlab.ui.control.EmptyState;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.WrappedText;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The glossary: each term in both languages, its meaning, and a link to its page. A search field filters the terms. */
final class GlossaryView extends VBox {
    private static final double ICON_ROOM = 10;

    private final Messages messages;
    private final LearnViewModel lab;
    private final Consumer<LinkTarget> linkHandler;
    private final VBox terms = new VBox();

    GlossaryView(LabContext context, LearnViewModel lab, Consumer<LinkTarget> linkHandler) {
        this.messages = context.messages();
        this.lab = lab;
        this.linkHandler = linkHandler;
        getStyleClass().add("page-blocks");
        terms.setId("learn-terms");
        terms.getStyleClass().add("glossary-terms");
        getChildren().addAll(new WrappedText(messages.bind("learn.name.glossary"), "page-title"), searchField(), terms);
        NodeListeners.listen(this, lab.queryProperty(), this::updateTerms);
        NodeListeners.listen(this, messages.languageProperty(), this::updateTerms);
        updateTerms();
    }

    private Node searchField() {
        TextField query = new TextField();
        query.setId("learn-query");
        query.getStyleClass().add("case-query");
        query.promptTextProperty().bind(messages.bind("learn.query.prompt"));
        query.accessibleTextProperty().bind(messages.bind("learn.query"));
        query.textProperty().bindBidirectional(lab.queryProperty());
        query.focusedProperty()
                .addListener((observed, before, now) -> lab.undo().settle());
        Node icon = Icons.icon("fth-search");
        icon.setMouseTransparent(true);
        StackPane box = new StackPane(Hints.withHint(query, messages.bind("learn.query.hint")), icon);
        box.getStyleClass().add("case-query-box");
        StackPane.setAlignment(icon, Pos.CENTER_LEFT);
        StackPane.setMargin(icon, new Insets(0, 0, 0, ICON_ROOM));
        return box;
    }

    private void updateTerms() {
        Language language = messages.languageProperty().get();
        List<Node> rows =
                lab.terms(language).stream().map(term -> row(term, language)).toList();
        terms.getChildren().setAll(rows.isEmpty() ? List.of(new EmptyState(messages.bind("learn.query.none"))) : rows);
    }

    private Node row(GlossaryTerm term, Language language) {
        Label word = new Label(term.word(language));
        word.getStyleClass().add("glossary-word");
        Label other = new Label(term.otherWord(language));
        other.getStyleClass().add("glossary-other");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Hyperlink page = new Hyperlink(messages.get("learn.name." + term.page()));
        page.getStyleClass().add("page-link");
        page.setMinWidth(Region.USE_PREF_SIZE);
        page.setOnAction(event -> linkHandler.accept(new LinkTarget.PageTarget(term.page())));
        HBox head = new HBox(word, other, gap, page);
        head.setAlignment(Pos.BASELINE_LEFT);
        head.getStyleClass().add("glossary-head");
        VBox row = new VBox(head, new WrappedText(new ReadOnlyStringWrapper(term.meaning(language))));
        row.getStyleClass().add("glossary-term");
        return row;
    }
}
