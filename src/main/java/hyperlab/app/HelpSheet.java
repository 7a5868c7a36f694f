package hyperlab.app;

import hyperlab.lab.LabName;
import hyperlab.ui.Messages;
import hyperlab.ui.Shortcut;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.ScrollPanes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** While the sheet is shown, it has all keys: they scroll or close it. */
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
        GridPane table = table(COLUMNS);
        keys.setContent(table);
        setVisible(true);
        applyCss();
        if (table.prefWidth(-1) > getScene().getWidth() - MARGIN) {
            keys.setContent(table(1));
        }
        keys.setVvalue(0);
    }

    private GridPane table(int columns) {
        GridPane table = new GridPane();
        table.getStyleClass().add("shortcuts");
        Map<String, String> inPlaces = new LinkedHashMap<>(Shortcut.chartKeys());
        inPlaces.putAll(Shortcut.presentationKeys());
        inPlaces.putAll(Shortcut.questionKeys());
        inPlaces.putAll(Shortcut.pageKeys());
        inPlaces.putAll(Shortcut.lessonKeys());
        Map<String, String> gestures = Shortcut.chartGestures();
        int count = Shortcut.values().length + labs.size() + inPlaces.size() + gestures.size();
        int rows = (count + columns - 1) / columns;
        int place = 0;
        for (Shortcut shortcut : Shortcut.values()) {
            row(table, place++, rows, messages.bind(shortcut.nameKey()), shortcut.keys());
        }
        for (LabName lab : labs) {
            row(table, place++, rows, messages.bind(lab.titleKey()), Shortcut.labKeys(labs.indexOf(lab)));
        }
        for (Map.Entry<String, String> keys : inPlaces.entrySet()) {
            row(table, place++, rows, messages.bind(keys.getKey()), keys.getValue());
        }
        for (Map.Entry<String, String> gesture : gestures.entrySet()) {
            row(table, place++, rows, messages.bind(gesture.getKey()), messages.bind(gesture.getValue()));
        }
        return table;
    }

    private static void row(GridPane table, int place, int rows, ObservableStringValue text, String keyNames) {
        row(table, place, rows, text, new ReadOnlyStringWrapper(keyNames));
    }

    private static void row(
            GridPane table, int place, int rows, ObservableStringValue text, ObservableStringValue keyNames) {
        Label keys = new Label();
        keys.textProperty().bind(keyNames);
        keys.getStyleClass().add("key");
        Label name = new Label();
        name.textProperty().bind(text);
        table.add(keys, place / rows * 2, place % rows);
        table.add(name, place / rows * 2 + 1, place % rows);
    }
}
