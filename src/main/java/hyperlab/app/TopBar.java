package hyperlab.app;

import hyperlab.app.export.ExportMenu;
import hyperlab.app.present.PresentButton;
import hyperlab.lab.Lab;
import hyperlab.text.Language;
import hyperlab.ui.Appearance;
import hyperlab.ui.Messages;
import hyperlab.ui.Shortcut;
import hyperlab.ui.control.ClauseLabel;
import hyperlab.ui.control.Icons;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The top bar: the lab's title and the actions for the lab as a whole. */
final class TopBar extends HBox {
    private final Messages messages;
    private final Actions actions;
    private final Appearance appearance;
    private final ExportMenu export;
    private final List<Node> files;
    private final Label title = new Label();
    private final StringProperty subtitleText = new SimpleStringProperty(this, "subtitleText", "");
    private final Label subtitle = new ClauseLabel(subtitleText);
    private final Button undo;
    private final Button redo;
    private final StringProperty undoTooltip = new SimpleStringProperty();
    private final StringProperty redoTooltip = new SimpleStringProperty();
    private final PresentButton present;
    private final RecentMenu recent;
    private boolean isNarrow;
    private boolean inLesson;

    TopBar(Messages messages, Appearance appearance, Actions actions, RecentMenu recent) {
        this.messages = messages;
        this.actions = actions;
        this.appearance = appearance;
        this.recent = recent;
        export = new ExportMenu(messages, actions);
        files = List.of(
                button("open", "fth-folder", Shortcut.OPEN),
                recent.button(),
                button("save", "fth-save", Shortcut.SAVE),
                export,
                divider());
        setId("top-bar");
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        title.setId("lab-title");
        title.getStyleClass().add("lab-title");
        title.setMinWidth(USE_PREF_SIZE);
        subtitle.setId("lab-subtitle");
        subtitle.getStyleClass().add("lab-subtitle");
        subtitle.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(subtitle, Priority.ALWAYS);
        undo = button("undo", "fth-corner-up-left", undoTooltip, Shortcut.UNDO);
        redo = button("redo", "fth-corner-up-right", redoTooltip, Shortcut.REDO);
        present = new PresentButton(messages, appearance, () -> actions.run(Shortcut.PRESENT));
        getChildren().addAll(title, subtitle, undo, redo, divider());
        getChildren().addAll(files);
        getChildren()
                .addAll(
                        button("ask", "fth-eye-off", Shortcut.ASK),
                        present,
                        themeButton(appearance),
                        languageMenu(),
                        button("settings", "fth-settings", Shortcut.SETTINGS),
                        button("help", "fth-help-circle", Shortcut.HELP));
    }

    void show(Lab lab) {
        inLesson = false;
        updateFiles();
        title.textProperty().bind(messages.bind(lab.name().titleKey()));
        subtitleText.bind(lab.parts().subtitle());
        undo.disableProperty().bind(lab.parts().undo().canUndoProperty().not());
        redo.disableProperty().bind(lab.parts().undo().canRedoProperty().not());
        undoTooltip.bind(
                named(Shortcut.UNDO, "shell.undoNamed", lab.parts().undo().undoNameProperty()));
        redoTooltip.bind(
                named(Shortcut.REDO, "shell.redoNamed", lab.parts().undo().redoNameProperty()));
    }

    /** Shows the title of a lesson; undo and redo work only on the controls that the lesson frees. */
    void showLesson(String lessonTitle) {
        title.textProperty().unbind();
        title.setText(lessonTitle);
        subtitle.textProperty().unbind();
        subtitle.setText("");
        inLesson = true;
        updateFiles();
    }

    /** Shows or hides what may reveal an answer: the subtitle, and the charts that the export menu writes. */
    void setAnswersVisible(boolean visible) {
        subtitle.setVisible(visible);
        export.setDisable(!visible);
    }

    void showRecent() {
        recent.showBelow(this);
    }

    /**
     * Hides labels in a narrow window. In presentation mode it also hides the file buttons; their shortcuts still work.
     */
    void setNarrow(boolean narrow) {
        present.setNarrow(narrow);
        isNarrow = narrow;
        updateFiles();
    }

    private void updateFiles() {
        for (Node node : files) {
            node.setManaged(!inLesson
                    && (!isNarrow || !appearance.presentationProperty().get()));
            node.setVisible(node.isManaged());
        }
    }

    private ObservableStringValue named(Shortcut shortcut, String key, ObservableStringValue changeKey) {
        return messages.compute(
                () -> shortcut.withKeys(
                        messages,
                        changeKey.get().isEmpty()
                                ? messages.get(shortcut.nameKey())
                                : messages.get(key, messages.get(changeKey.get()))),
                changeKey);
    }

    private Button button(String id, String icon, Shortcut shortcut) {
        return button(id, icon, shortcut.tooltip(messages), shortcut);
    }

    private Button button(String id, String icon, ObservableValue<String> tooltip, Shortcut shortcut) {
        return Icons.button(id, icon, tooltip, () -> actions.run(shortcut));
    }

    private Button themeButton(Appearance appearance) {
        Button button = button("theme", "fth-moon", Shortcut.THEME);
        Runnable draw = () -> button.setGraphic(Icons.icon(appearance.isDark() ? "fth-sun" : "fth-moon"));
        appearance.themeProperty().addListener((observed, before, now) -> draw.run());
        draw.run();
        return button;
    }

    private MenuButton languageMenu() {
        MenuButton menu = new MenuButton();
        menu.setId("language");
        menu.setMinWidth(USE_PREF_SIZE);
        menu.setGraphic(Icons.icon("fth-globe"));
        menu.textProperty().bind(messages.bind("shell.languageShort"));
        Icons.addTooltip(menu, Shortcut.LANGUAGE.tooltip(messages));
        for (Language language : Language.values()) {
            MenuItem item = item("language-" + language.code(), messages.bind("shell.language." + language.code()));
            item.setOnAction(event -> messages.languageProperty().set(language));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static MenuItem item(String id, ObservableStringValue text) {
        MenuItem item = new MenuItem();
        item.setId(id);
        item.textProperty().bind(text);
        return item;
    }

    private static Node divider() {
        Separator separator = new Separator(Orientation.VERTICAL);
        separator.getStyleClass().add("bar-divider");
        return separator;
    }
}
