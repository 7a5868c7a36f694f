package hyperlab.lab.training.settings;

import hyperlab.data.DataGenerator;
import hyperlab.data.PointSet;
import hyperlab.text.NumberFormats;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.WrappedText;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The controls that are shown while points are edited: the class of new points, and what to start from. */
public final class PointControls extends VBox {
    private final PointEditor editor;
    private final Messages messages;
    private final HBox classes = new HBox();

    public PointControls(PointEditor editor, ObservableValue<?> experiment, Messages messages) {
        this.editor = editor;
        this.messages = messages;
        setId("training-points-bar");
        getStyleClass().add("point-bar");
        Label of = new Label();
        of.textProperty().bind(messages.bind("training.points.class"));
        of.setMinWidth(USE_PREF_SIZE);
        classes.getStyleClass().add("segmented");
        HBox chooser = new HBox(6, of, classes);
        chooser.setAlignment(Pos.CENTER_LEFT);
        HBox actions = new HBox(6, startFrom(), button("clear", "fth-trash-2", editor::clear), done());
        WrappedText omitted = new WrappedText(messages.compute(this::omittedText, experiment), "small");
        omitted.setId("training-points-omitted");
        omitted.visibleProperty().bind(experiment.map(now -> editor.omittedPoints() > 0));
        omitted.managedProperty().bind(omitted.visibleProperty());
        getChildren()
                .addAll(
                        omitted,
                        chooser,
                        actions,
                        new WrappedText(messages.bind("training.points.how"), "muted", "small"),
                        new WrappedText(messages.bind("training.points.split"), "muted", "small"));
        visibleProperty().bind(editor.editingProperty());
        managedProperty().bind(visibleProperty());
        editor.labelProperty().addListener((observed, before, now) -> showClasses());
        editor.editingProperty().addListener((observed, before, now) -> showClasses());
        experiment.addListener((observed, before, now) -> showClasses());
        showClasses();
    }

    private String omittedText() {
        return messages.get(
                "training.points.omitted",
                NumberFormats.count(PointSet.MAX_POINTS),
                NumberFormats.count(PointSet.MAX_POINTS + editor.omittedPoints()));
    }

    private void showClasses() {
        if (!editor.editingProperty().get()) {
            return;
        }
        int count = Math.max(editor.choosableClasses(), editor.labelProperty().get() + 1);
        while (classes.getChildren().size() > count) {
            classes.getChildren().remove(count);
        }
        while (classes.getChildren().size() < count) {
            classes.getChildren().add(classButton(classes.getChildren().size()));
        }
        for (int label = 0; label < count; label++) {
            ToggleButton button = (ToggleButton) classes.getChildren().get(label);
            button.setSelected(label == editor.labelProperty().get());
            button.getStyleClass().removeAll("first", "last");
            if (label == 0) {
                button.getStyleClass().add("first");
            }
            if (label == count - 1) {
                button.getStyleClass().add("last");
            }
        }
    }

    private ToggleButton classButton(int label) {
        ToggleButton button = new ToggleButton(Integer.toString(label));
        button.setId("training-points-class-" + label);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> {
            button.setSelected(true);
            editor.labelProperty().set(label);
        });
        return button;
    }

    private MenuButton startFrom() {
        MenuButton menu = new MenuButton();
        menu.setId("training-points-start");
        menu.textProperty().bind(messages.bind("training.points.start"));
        menu.setMinWidth(USE_PREF_SIZE);
        for (DataGenerator generator : PointEditor.GENERATORS) {
            MenuItem item = new MenuItem();
            item.setId("training-points-start-" + generator.fileName());
            item.textProperty().bind(messages.bind("training.source." + generator.fileName()));
            item.setOnAction(event -> editor.startFrom(generator));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Button done() {
        Button button = button("done", "fth-check", editor::end);
        button.getStyleClass().add("accent");
        return button;
    }

    private Button button(String id, String icon, Runnable action) {
        Button button = new Button();
        button.setId("training-points-" + id);
        button.setGraphic(Icons.icon(icon));
        Icons.addTooltip(button, messages.bind("training.points." + id));
        button.setOnAction(event -> action.run());
        return button;
    }
}
