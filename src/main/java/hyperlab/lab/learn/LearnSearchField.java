package hyperlab.lab.learn;

import hyperlab.lab.LabContext;
import hyperlab.text.Language;
import hyperlab.ui.Messages;
import hyperlab.ui.concurrent.LatestTask;
import hyperlab.ui.control.EmptyState;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A field that searches the lab, with what it finds below. Hidden results take no room. */
final class LearnSearchField extends VBox {
    private static final double ICON_ROOM = 10;
    private static final double GAP = 12;
    /** Longer text, such as a pasted page, is searched for its beginning. */
    private static final int MAX_LENGTH = 200;

    private final Messages messages;
    private final Consumer<LearnSearch.Match> opener;
    private final TextField field = new TextField();
    private final VBox results = new VBox(GAP);
    private final List<Button> rows = new ArrayList<>();
    private final BooleanExpression blank;
    private final LatestTask<Query, AnsweredQuery> task;
    private volatile @Nullable LearnSearch search;

    private record Query(String text, Language language) {}

    private record AnsweredQuery(Query query, LearnSearch.SearchResult result) {}

    LearnSearchField(LabContext context, Consumer<LearnSearch.Match> opener) {
        super(GAP);
        this.messages = context.messages();
        this.opener = opener;
        // Only the first search reads the files, which takes a while.
        task = new LatestTask<Query, AnsweredQuery>(
                        work -> context.workers().run("search", work), context.pulses(), this::find, this::show)
                .directIf(query -> search != null);
        field.setId("learn-find");
        field.getStyleClass().add("case-query");
        field.promptTextProperty().bind(messages.bind("learn.find.prompt"));
        field.accessibleTextProperty().bind(messages.bind("learn.find"));
        field.textProperty().addListener((observed, before, now) -> update());
        messages.languageProperty().addListener((observed, before, now) -> update());
        blank = BooleanExpression.booleanExpression(field.textProperty().map(String::isBlank));
        addEventFilter(KeyEvent.KEY_PRESSED, this::handleKey);
        Node icon = Icons.icon("fth-search");
        icon.setMouseTransparent(true);
        StackPane box = new StackPane(Hints.withHint(field, messages.bind("learn.find.hint")), icon);
        box.getStyleClass().add("case-query-box");
        StackPane.setAlignment(icon, Pos.CENTER_LEFT);
        StackPane.setMargin(icon, new Insets(0, 0, 0, ICON_ROOM));
        results.setId("learn-found");
        results.visibleProperty().bind(Bindings.not(blank));
        results.managedProperty().bind(results.visibleProperty());
        getChildren().addAll(box, results);
    }

    /** Whether nothing is searched. */
    BooleanExpression blankProperty() {
        return blank;
    }

    /** Moves the focus to the field and selects its text. Returns false if it is hidden. */
    boolean focusField() {
        field.requestFocus();
        field.selectAll();
        return field.isFocused();
    }

    private void update() {
        if (blank.get()) {
            task.cancel();
            clearResults();
        } else {
            task.submit(query());
        }
    }

    private Query query() {
        String text = field.getText().strip();
        return new Query(
                text.substring(0, Math.min(MAX_LENGTH, text.length())),
                messages.languageProperty().get());
    }

    private AnsweredQuery find(Query query) {
        LearnSearch current = search;
        if (current == null) {
            current = new LearnSearch();
            search = current;
        }
        return new AnsweredQuery(query, current.find(query.text(), query.language()));
    }

    private void clearResults() {
        rows.clear();
        results.getChildren().clear();
    }

    private void show(AnsweredQuery answer) {
        if (!answer.query().equals(query())) {
            return;
        }
        clearResults();
        List<LearnSearch.Match> matches = answer.result().matches();
        String missing = answer.result().missing();
        if (missing != null) {
            results.getChildren()
                    .add(new EmptyState(messages.compute(() -> messages.get("learn.find.missing", missing))));
        }
        if (!answer.result().hasAllWords()) {
            results.getChildren().add(new EmptyState(messages.bind("learn.find.some")));
        }
        for (LearnSearch.Kind kind : LearnSearch.Kind.values()) {
            VBox list = new VBox();
            list.getStyleClass().add("page-rows");
            matches.stream()
                    .filter(match -> match.kind() == kind)
                    .map(this::row)
                    .forEach(list.getChildren()::add);
            if (!list.getChildren().isEmpty()) {
                results.getChildren().add(new Section(messages.bind(kind.key()), list));
            }
        }
        if (matches.isEmpty()) {
            String text = answer.query().text();
            results.getChildren().add(new EmptyState(messages.compute(() -> messages.get("learn.find.none", text))));
        }
    }

    private Button row(LearnSearch.Match match) {
        Button row = new Button(match.title());
        row.getStyleClass().add("page-row");
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMaxWidth(Double.MAX_VALUE);
        row.setMinSize(0, USE_PREF_SIZE);
        row.setWrapText(true);
        row.setOnAction(event -> opener.accept(match));
        rows.add(row);
        return row;
    }

    /** Esc clears the field; Enter opens the first result or the focused one; the arrow keys move among the results. */
    private void handleKey(KeyEvent event) {
        int at = -1;
        for (int k = 0; k < rows.size(); k++) {
            at = rows.get(k).isFocused() ? k : at;
        }
        boolean used = switch (event.getCode()) {
            case ESCAPE -> clear();
            case ENTER -> open(Math.max(0, at));
            case DOWN -> move(at + 1);
            case UP -> at >= 0 && move(at - 1);
            default -> false;
        };
        if (used) {
            event.consume();
        }
    }

    private boolean clear() {
        boolean any = !field.getText().isEmpty();
        if (any) {
            field.requestFocus();
            field.clear();
        }
        return any;
    }

    private boolean open(int index) {
        if (index < rows.size()) {
            rows.get(index).fire();
        }
        return index < rows.size();
    }

    /** Moves the focus to a result, or to the field from the first one. */
    private boolean move(int to) {
        if (rows.isEmpty()) {
            return false;
        }
        if (to < 0) {
            field.requestFocus();
        } else {
            rows.get(Math.min(to, rows.size() - 1)).requestFocus();
        }
        return true;
    }
}
