package hyperlab.app.present;

import hyperlab.lab.LabName;
import hyperlab.ui.Messages;
import hyperlab.ui.Shortcut;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.ScrollPanes;
import java.util.List;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The list of scenes, over the window. While it is shown, it has all keys: the arrows select a scene, Enter shows it,
 * Alt with an arrow moves it, Delete removes it, and Esc closes the list.
 */
public final class ScenesSheet extends StackPane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Messages messages;
    private final SceneList scenes;
    private final Function<SceneList.Scene, LabName> labOf;
    private final SceneActions actions;
    private final VBox sheet = new VBox(12);
    private final VBox rows = new VBox(4);
    private final ScrollPane pane = ScrollPanes.withoutCache(new ScrollPane(rows));
    private int chosen;
    private @Nullable Node focusedBefore;

    /** What the buttons of the list do with the window. */
    public interface SceneActions {
        /** Shows the scene at an index. */
        void show(int index);

        /** Adds what is on stage as a scene. */
        void add();

        /** Replaces the scene at an index by what is on stage. */
        void update(int index);

        void open();

        void save();
    }

    /** @param labOf returns the lab of a scene */
    public ScenesSheet(
            Messages messages, SceneList scenes, Function<SceneList.Scene, LabName> labOf, SceneActions actions) {
        this.messages = messages;
        this.scenes = scenes;
        this.labOf = labOf;
        this.actions = actions;
        setId("scenes-sheet");
        getStyleClass().add("sheet-veil");
        Label title = new Label();
        title.textProperty().bind(messages.bind("present.scenes"));
        title.getStyleClass().add("lab-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(
                title, gap, Icons.button("scenes-close", "fth-x", messages.bind("shell.close"), () -> show(false)));
        head.setAlignment(Pos.CENTER_LEFT);
        pane.getStyleClass().add("edge-to-edge");
        pane.setHbarPolicy(ScrollBarPolicy.NEVER);
        pane.setFitToWidth(true);
        pane.setFocusTraversable(false);
        Label keys = new Label();
        keys.textProperty().bind(messages.bind("present.scenes.keys"));
        keys.getStyleClass().add("caption");
        keys.setWrapText(true);
        FlowPane buttons = new FlowPane(
                8,
                8,
                button("scenes-add", "fth-plus", "present.scene.add", actions::add),
                button("scenes-update", "fth-refresh-cw", "present.scene.update", () -> actions.update(chosen)),
                button("scenes-up", "fth-arrow-up", "present.scene.up", () -> move(-1)),
                button("scenes-down", "fth-arrow-down", "present.scene.down", () -> move(1)),
                button("scenes-remove", "fth-trash-2", "present.scene.remove", () -> scenes.remove(chosen)),
                button("scenes-open", "fth-folder", "present.scenes.open", this::open),
                button("scenes-save", "fth-save", "present.scenes.save", this::save));
        VBox.setVgrow(pane, Priority.ALWAYS);
        sheet.getChildren().addAll(head, pane, keys, buttons);
        sheet.getStyleClass().addAll("sheet", "scenes-list");
        sheet.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setOnMousePressed(event -> show(false));
        sheet.setOnMousePressed(event -> event.consume());
        setVisible(false);
        scenes.stateProperty().addListener((observed, before, now) -> {
            chosen = now.scenes().size() == before.scenes().size() && now.current() == before.current()
                    ? chosen
                    : now.current();
            fill();
        });
        messages.languageProperty().addListener((observed, before, now) -> fill());
    }

    private Button button(String id, String icon, String key, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(messages.bind(key));
        button.setGraphic(Icons.icon(icon));
        button.setMinWidth(USE_PREF_SIZE);
        button.setFocusTraversable(false);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** Shows or hides the list. */
    public void toggle() {
        show(!isVisible());
    }

    private void show(boolean shown) {
        if (shown) {
            focusedBefore = getScene().getFocusOwner();
            if (getChildren().isEmpty()) {
                getChildren().add(sheet);
            }
            chosen = Math.max(0, scenes.state().current());
            fill();
        }
        setVisible(shown);
        if (shown) {
            lookup("#scenes-close").requestFocus();
        } else if (focusedBefore != null) {
            focusedBefore.requestFocus();
            focusedBefore = null;
        }
    }

    /** Handles a key before anything else does, while the list is shown. */
    public void handleKey(KeyEvent event) {
        if (!isVisible() || event.isConsumed()) {
            return;
        }
        KeyCode code = event.getCode();
        int by = code == KeyCode.DOWN ? 1 : code == KeyCode.UP ? -1 : 0;
        if (by != 0 && event.isAltDown()) {
            move(by);
        } else if (by != 0) {
            choose(chosen + by);
        } else if (Shortcut.UNDO.matches(event)) {
            scenes.undo().undo();
        } else if (Shortcut.REDO.matches(event)) {
            scenes.undo().redo();
        } else if (code == KeyCode.DELETE || code == KeyCode.BACK_SPACE) {
            int at = chosen;
            scenes.remove(at);
            choose(at);
        } else if (code == KeyCode.ENTER) {
            int at = chosen;
            show(false);
            actions.show(at);
        } else if (Shortcut.SAVE.matches(event)) {
            save();
        } else if (Shortcut.OPEN.matches(event)) {
            open();
        } else if (code == KeyCode.INSERT) {
            actions.add();
        } else if (code == KeyCode.ESCAPE || Shortcut.SCENES.matches(event)) {
            show(false);
        }
        event.consume();
    }

    /** Closes the list, which would hide what the window says about the file. */
    private void open() {
        show(false);
        actions.open();
    }

    private void save() {
        show(false);
        actions.save();
    }

    private void move(int by) {
        int to = chosen + by;
        if (to >= 0 && to < scenes.state().scenes().size()) {
            scenes.move(chosen, by);
            choose(to);
        }
    }

    private void choose(int index) {
        chosen = Math.max(0, Math.min(scenes.state().scenes().size() - 1, index));
        fill();
        if (chosen < rows.getChildren().size() && isVisible()) {
            ScrollPanes.scrollTo(pane, rows.getChildren().get(chosen));
        }
    }

    private void fill() {
        List<SceneList.Scene> all = scenes.state().scenes();
        chosen = Math.max(0, Math.min(all.size() - 1, chosen));
        rows.getChildren().clear();
        if (all.isEmpty()) {
            Label empty = new Label(messages.get("present.scenes.empty"));
            empty.setId("scenes-empty");
            empty.setWrapText(true);
            rows.getChildren().add(empty);
        }
        for (int k = 0; k < all.size(); k++) {
            rows.getChildren().add(row(all.get(k), k));
        }
    }

    private Node row(SceneList.Scene scene, int index) {
        LabName lab = labOf.apply(scene);
        String title = messages.get(lab.titleKey());
        String name = scene.saved().name().isEmpty()
                ? title
                : messages.get("present.scene.named", title, scene.saved().name());
        Label label = new Label(messages.get("present.scene.row", Integer.toString(index + 1), name));
        label.setGraphic(Icons.icon(lab.icon()));
        label.setId("scene-" + (index + 1));
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().add("scene-row");
        label.pseudoClassStateChanged(CHOSEN, index == chosen);
        label.setOnMouseClicked(event -> {
            choose(index);
            if (event.getClickCount() == 2) {
                show(false);
                actions.show(index);
            }
        });
        return label;
    }
}
