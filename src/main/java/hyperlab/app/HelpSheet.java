package hyperlab.app;

import hyperlab.lab.LabName;
import hyperlab.ui.Messages;
import hyperlab.ui.Shortcut;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.ScrollPanes;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The list of keyboard shortcuts and mouse gestures, shown over the window until it is dismissed. */
final class HelpSheet extends StackPane {
    private static final int COLUMNS = 2;
    private static final double MARGIN = 96;
    private static final double PAGE = 0.8;
    private static final double LINE = 0.1;

    private final Messages messages;
    private final List<LabName> labs;
    private final ScrollPane keys;
    private @Nullable Node focusedBefore;

    HelpSheet(Messages messages, List<LabName> labs) {
        this.messages = messages;
        this.labs = List.copyOf(labs);
        setId("help-sheet");
        getStyleClass().add("sheet-veil");
        Label title = new Label();
        title.textProperty().bind(messages.bind("shell.help"));
        title.getStyleClass().add("lab-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(
                title, gap, Icons.button("help-close", "fth-x", messages.bind("shell.close"), () -> show(false)));
        head.setAlignment(Pos.CENTER_LEFT);
        keys = ScrollPanes.withoutCache(new ScrollPane());
        keys.getStyleClass().add("edge-to-edge");
        keys.setHbarPolicy(ScrollBarPolicy.NEVER);
        VBox sheet = new VBox(12, head, keys);
        sheet.getStyleClass().add("sheet");
        sheet.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(sheet);
        setOnMousePressed(event -> show(false));
        sheet.setOnMousePressed(event -> event.consume());
        setVisible(false);
    }

    /** While the sheet is shown, it receives all keys: they scroll or close it. */
    void handleKey(KeyEvent event) {
        if (!isVisible()) {
            return;
        }
        if (Shortcut.HELP.matches(event)) {
            show(false);
        } else {
            switch (event.getCode()) {
                case ESCAPE, ENTER -> show(false);
                case DOWN, KP_DOWN -> scroll(LINE);
                case UP, KP_UP -> scroll(-LINE);
                case PAGE_DOWN, SPACE -> scroll(PAGE);
                case PAGE_UP -> scroll(-PAGE);
                case HOME -> keys.setVvalue(0);
                case END -> keys.setVvalue(keys.getVmax());
                default -> {}
            }
        }
        event.consume();
    }

    /** @param screens by how much of what is visible */
    private void scroll(double screens) {
        double visible = keys.getViewportBounds().getHeight();
        double hidden = keys.getContent().getLayoutBounds().getHeight() - visible;
        if (hidden > 0) {
            keys.setVvalue(Math.max(0, Math.min(1, keys.getVvalue() + screens * visible / hidden)));
        }
    }

    void toggle() {
        show(!isVisible());
    }

    private void show(boolean shown) {
        if (shown && !isVisible()) {
            focusedBefore = getScene().getFocusOwner();
            showTable();
        }
        setVisible(shown);
        if (shown) {
            lookup("#help-close").requestFocus();
        } else if (focusedBefore != null) {
            focusedBefore.requestFocus();
            focusedBefore = null;
        }
    }

    /** In two columns, or in one if they are wider than the window. */
    private void showTable() {
        HBox table = table(COLUMNS);
        keys.setContent(table);
        setVisible(true);
        applyCss();
        if (table.prefWidth(-1) > getScene().getWidth() - MARGIN) {
            keys.setContent(table(1));
        }
        keys.setVvalue(0);
    }

    /** Each column is a grid of its own, so that a heading does not move the rows next to it apart. */
    private HBox table(int columns) {
        List<HelpGroup> groups = HelpGroup.all(labs);
        int rows = groups.stream().mapToInt(HelpGroup::rows).sum();
        GridPane column = column();
        HBox table = new HBox(column);
        table.getStyleClass().add("shortcut-columns");
        int row = 0;
        int before = 0;
        for (HelpGroup group : groups) {
            // A group begins a new column if more than half of it would be below the even share of rows.
            int share = rows * table.getChildren().size() / columns;
            if (table.getChildren().size() < columns && row > 0 && before + group.rows() / 2 > share) {
                column = column();
                table.getChildren().add(column);
                row = 0;
            }
            Label heading = new Label();
            heading.textProperty().bind(messages.bind(group.nameKey()));
            heading.getStyleClass().addAll("section-title", "shortcut-group");
            column.add(heading, 0, row++, 2, 1);
            for (HelpGroup.Entry entry : group.entries()) {
                ObservableStringValue keyNames =
                        entry.gesture() ? messages.bind(entry.keys()) : new ReadOnlyStringWrapper(entry.keys());
                row(column, row++, messages.bind(entry.nameKey()), keyNames);
            }
            before += group.rows();
        }
        return table;
    }

    private static GridPane column() {
        GridPane column = new GridPane();
        column.getStyleClass().add("shortcuts");
        return column;
    }

    private static void row(GridPane column, int row, ObservableStringValue text, ObservableStringValue keyNames) {
        Label keys = new Label();
        keys.textProperty().bind(keyNames);
        keys.getStyleClass().add("key");
        Label name = new Label();
        name.textProperty().bind(text);
        column.add(keys, 0, row);
        column.add(name, 1, row);
    }
}
