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
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The list of keyboard shortcuts and mouse gestures, shown over the window until it is dismissed. */
final class HelpSheet extends StackPane {
    private static final int COLUMNS = 2;

    private final Messages messages;

    HelpSheet(Messages messages, List<LabName> labs) {
        this.messages = messages;
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
        ScrollPane keys = ScrollPanes.withoutCache(new ScrollPane(table(labs)));
        keys.getStyleClass().add("edge-to-edge");
        keys.setHbarPolicy(ScrollBarPolicy.NEVER);
        VBox sheet = new VBox(12, head, keys);
        sheet.getStyleClass().add("sheet");
        sheet.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(sheet);
        setOnMousePressed(event -> show(false));
        sheet.setOnMousePressed(event -> event.consume());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                show(false);
                event.consume();
            }
        });
        show(false);
    }

    void toggle() {
        show(!isVisible());
    }

    private void show(boolean shown) {
        setVisible(shown);
        if (shown) {
            lookup("#help-close").requestFocus();
        }
    }

    private GridPane table(List<LabName> labs) {
        GridPane table = new GridPane();
        table.getStyleClass().add("shortcuts");
        Map<String, String> inPlaces = new LinkedHashMap<>(Shortcut.chartKeys());
        inPlaces.putAll(Shortcut.questionKeys());
        inPlaces.putAll(Shortcut.pageKeys());
        inPlaces.putAll(Shortcut.lessonKeys());
        Map<String, String> gestures = Shortcut.chartGestures();
        int count = Shortcut.values().length + labs.size() + inPlaces.size() + gestures.size();
        int rows = (count + COLUMNS - 1) / COLUMNS;
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
