package hyperlab.lab.training.run;

import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.SeriesStyle;
import hyperlab.data.DataSettings;
import hyperlab.lab.LabContext;
import hyperlab.lab.training.settings.LocalizedText;
import hyperlab.text.NumberFormats;
import hyperlab.train.EpochReport;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.SeriesSymbol;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A row in the list of runs: its marker, its name, its result, and its actions. */
final class RunRow extends HBox {
    private static final PseudoClass LIVE = PseudoClass.getPseudoClass("live");

    private final int id;
    private final ComparedRuns runs;
    private final Messages messages;
    private final SeriesSymbol mark;
    private final Label name = new Label();
    private final TextField field = new TextField();
    private final Label note = new Label();
    private final BooleanProperty visible = new SimpleBooleanProperty(true);
    private final BooleanProperty pinned = new SimpleBooleanProperty();
    private final BooleanProperty live = new SimpleBooleanProperty();
    private final StringProperty nameText = new SimpleStringProperty("");
    private final MenuButton menu = new MenuButton();
    private int shownStyle;

    RunRow(int id, ComparedRuns runs, LabContext context) {
        this.id = id;
        this.runs = runs;
        this.messages = context.messages();
        mark = new SeriesSymbol(context.appearance(), curveStyle(0));
        getStyleClass().add("run-row");
        setAlignment(Pos.CENTER_LEFT);
        name.getStyleClass().add("run-name");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        Hints.withHint(name, nameText);
        note.getStyleClass().add("caption");
        note.setWrapText(true);
        field.setId(nodeId("name"));
        field.getStyleClass().add("run-field");
        field.accessibleTextProperty().bind(messages.bind("training.runs.rename"));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::handleKey);
        field.focusedProperty().addListener((observed, before, focused) -> {
            if (!focused) {
                setRenaming(false);
            }
        });
        StackPane title = new StackPane(name, field);
        title.setAlignment(Pos.CENTER_LEFT);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox head = new HBox(title, visibilityButton(), pinButton(), menu());
        head.getStyleClass().add("run-head");
        // The note has the width of the buttons as well, so that it needs one line where it would need three.
        VBox text = new VBox(head, note);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(mark, text);
        setRenaming(false);
    }

    void show(ComparedRun run, LocalizedText newName) {
        if (run.style() != shownStyle) {
            shownStyle = run.style();
            mark.setCurveStyle(curveStyle(shownStyle));
        }
        String newText = newName.format(messages.texts());
        name.setText(newText);
        nameText.set(newText);
        note.setText(note(run));
        visible.set(run.visible());
        pinned.set(run.pinned());
        live.set(runs.isLive(run));
        name.setOpacity(run.visible() ? 1 : 0.6);
        pseudoClassStateChanged(LIVE, runs.isLive(run));
    }

    /** The result of the run, whether it has other data than the live run, and what it is. */
    private String note(ComparedRun run) {
        List<String> parts = new ArrayList<>();
        RunHistory bySteps = run.history().bySteps();
        boolean onlySteps = run.history().isLogged() && run.history().newest() == null;
        RunHistory history = onlySteps && bySteps != null ? bySteps : run.history();
        Integer diverged = history.divergedEpoch();
        EpochReport newest = history.newest();
        if (diverged != null) {
            parts.add(messages.get(
                    onlySteps ? "training.runs.divergedAtStep" : "training.runs.diverged", diverged.toString()));
        } else if (newest != null && newest.epoch() > 0 && Double.isNaN(newest.validationLoss())) {
            parts.add(messages.get("training.runs.trainNote", NumberFormats.format(newest.trainLoss(), 3)));
        } else if (newest != null && newest.epoch() > 0) {
            parts.add(messages.get("training.runs.note", NumberFormats.format(newest.validationLoss(), 3)));
        } else {
            parts.add(messages.get("training.runs.live"));
        }
        if (run.hasSettings()) {
            DataSettings data = run.experiment().data();
            DataSettings liveData = runs.live().experiment().data();
            if (!data.equals(liveData)) {
                boolean sameRows = data.withStandardize(liveData.standardize()).equals(liveData);
                parts.add(messages.get(sameRows ? "training.runs.otherScaling" : "training.runs.otherData"));
            }
        }
        if (!runs.sharesLossAxis(run)) {
            parts.add(messages.get("training.runs.otherLoss"));
        }
        if (run.log() != null) {
            parts.add(messages.get(onlySteps ? "training.runs.logOfSteps" : "training.runs.isLog"));
        }
        if (runs.isLive(run)) {
            parts.add(messages.get("training.runs.now"));
        } else if (run.pinned()) {
            parts.add(messages.get("training.runs.pinned"));
        } else if (runs.isGhost(run)) {
            parts.add(messages.get("training.runs.before"));
        }
        return String.join(" · ", parts);
    }

    private static CurveStyle curveStyle(int index) {
        SeriesStyle style = new SeriesStyle(index);
        return CurveStyle.line(style.themeColor(), CurveStyle.WIDTH).with(style.marker());
    }

    private Button visibilityButton() {
        Button eye = Icons.button(
                nodeId("eye"),
                "fth-eye",
                messages.compute(
                        () -> messages.get(visible.get() ? "training.runs.hide" : "training.runs.show", nameText.get()),
                        visible,
                        nameText),
                () -> runs.setVisible(id, !visible.get()));
        eye.graphicProperty().bind(visible.map(shown -> Icons.icon(shown ? "fth-eye" : "fth-eye-off")));
        eye.getStyleClass().add("small");
        eye.disableProperty().bind(live);
        return eye;
    }

    private Button pinButton() {
        Button bookmark = Icons.button(
                nodeId("pin"),
                "fth-bookmark",
                messages.compute(
                        () -> messages.get(
                                pinned.get() ? "training.runs.unpin" : "training.runs.pinOne", nameText.get()),
                        pinned,
                        nameText),
                () -> runs.pin(id, !pinned.get()));
        bookmark.getStyleClass().addAll("small", "bookmark");
        // The icon font has only outlines.
        Region filling = new Region();
        filling.getStyleClass().add("filling");
        filling.visibleProperty().bind(pinned);
        bookmark.setGraphic(new StackPane(filling, Icons.icon("fth-bookmark")));
        pinned.addListener(
                (observed, before, now) -> bookmark.pseudoClassStateChanged(PseudoClass.getPseudoClass("pinned"), now));
        return bookmark;
    }

    private MenuButton menu() {
        menu.setId(nodeId("menu"));
        menu.setGraphic(Icons.icon("fth-more-horizontal"));
        menu.getStyleClass().addAll("icon-button", "small", "no-arrow");
        Icons.addTooltip(menu, messages.bind("training.runs.menu", nameText));
        Menu colors = new Menu();
        colors.setId(nodeId("color"));
        colors.textProperty().bind(messages.bind("training.runs.color"));
        for (int color = 0; color < SeriesStyle.COLORS; color++) {
            colors.getItems().add(colorItem(color));
        }
        List<MenuItem> items = new ArrayList<>();
        items.add(item("rename", () -> setRenaming(true)));
        items.add(colors);
        items.add(item("compare", () -> runs.compareWith(id)));
        items.add(new SeparatorMenuItem());
        items.add(item("up", () -> runs.move(id, -1)));
        items.add(item("down", () -> runs.move(id, 1)));
        items.add(new SeparatorMenuItem());
        MenuItem delete = item("delete", () -> runs.delete(id));
        delete.disableProperty().bind(live);
        items.add(delete);
        menu.getItems().setAll(items);
        return menu;
    }

    private MenuItem colorItem(int color) {
        MenuItem item = new MenuItem();
        item.setId(nodeId("color-" + color));
        item.textProperty().bind(messages.bind("training.runs.color." + color));
        item.setOnAction(event -> runs.setStyle(id, color));
        return item;
    }

    private MenuItem item(String what, Runnable action) {
        MenuItem item = new MenuItem();
        item.setId(nodeId(what));
        item.textProperty().bind(messages.bind("training.runs.do." + what));
        item.setOnAction(event -> action.run());
        return item;
    }

    private String nodeId(String part) {
        return "training-run-" + id + "-" + part;
    }

    private void setRenaming(boolean now) {
        if (now) {
            field.setText(name.getText());
        }
        field.setVisible(now);
        field.setManaged(now);
        name.setVisible(!now);
        name.setManaged(!now);
        if (now) {
            field.requestFocus();
            field.selectAll();
        }
    }

    private void handleKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            runs.rename(id, field.getText());
            menu.requestFocus();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            menu.requestFocus();
            event.consume();
        }
    }
}
