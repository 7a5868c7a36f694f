package hyperlab.app.lesson;

import hyperlab.app.present.SteppableControl;
import hyperlab.lab.Lab;
import hyperlab.lab.LabContext;
import hyperlab.lesson.readout.LabControls;
import hyperlab.lesson.readout.LessonLab;
import hyperlab.text.Language;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.slider.NumberSlider;
import hyperlab.ui.control.slider.PinnedControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The controls above the stage during a lesson: those that some step frees. They are locked, with the reason, until a
 * step frees them.
 */
final class LessonStrip extends VBox {
    /** More controls than this are shown only in the steps that free them. */
    private static final int SHOWN_WHILE_LOCKED = 2;

    private static final int MAX_IN_ONE_COLUMN = 2;

    private final LabContext context;
    private final LessonPlayerViewModel player;
    private final Lab lab;
    private final LessonLab lessonLab;
    private final Label lock = new Label();
    private final Label keys = new Label();
    private final List<FreedControl> controls = new ArrayList<>();
    private final ChangeListener<Language> languageListener = (observed, before, now) -> show();
    private final ChangeListener<LessonState> stateListener = (observed, before, now) -> show();
    private Pane place = new HBox();

    private record FreedControl(String name, PinnedControl pin) {}

    LessonStrip(LabContext context, LessonPlayerViewModel player, Lab lab, LessonLab lessonLab) {
        this.context = context;
        this.player = player;
        this.lab = lab;
        this.lessonLab = lessonLab;
        setId("lesson-strip");
        getStyleClass().add("lesson-strip");
        setAlignment(Pos.CENTER_LEFT);
        lock.setId("lesson-lock");
        lock.getStyleClass().add("lesson-lock");
        lock.setMinWidth(Region.USE_PREF_SIZE);
        keys.setId("lesson-keys");
        keys.getStyleClass().add("lesson-lock");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        keys.managedProperty().bind(keys.visibleProperty());
        managedProperty().bind(visibleProperty());
        player.stateProperty().addListener(stateListener);
        context.messages().languageProperty().addListener(languageListener);
        show();
    }

    /** Takes the controls that are in the panel now: a lab may show others in another step. */
    private void pin() {
        Region panel = lab.parts().controls();
        for (String name : ControlNodes.all(lessonLab, player.state().lesson())) {
            if (controls.stream().noneMatch(control -> control.name().equals(name))) {
                ControlNodes.find(lessonLab, name, panel).ifPresent(node -> {
                    PinnedControl pin = new PinnedControl(new ReadOnlyBooleanWrapper(true));
                    pin.setId(controlId(name));
                    pin.pin(PinnedControl.enclosingControl(node, panel).orElse(node));
                    controls.add(new FreedControl(name, pin));
                    place = arranged();
                    getChildren().setAll(place, keys, lock);
                });
            }
        }
        setVisible(!controls.isEmpty());
    }

    /**
     * Up to two sliders below each other, as long as possible, and more controls in two columns, or else they take the
     * room of the charts; fields side by side, as many as there is room for.
     */
    private Pane arranged() {
        boolean sliders = controls.stream()
                .flatMap(control -> control.pin().getChildren().stream())
                .anyMatch(NumberSlider.class::isInstance);
        Pane pane = !sliders ? new FlowPane() : controls.size() > MAX_IN_ONE_COLUMN ? twoColumns() : new VBox();
        pane.setMinWidth(0);
        pane.getStyleClass().add("lesson-controls");
        controls.forEach(control -> pane.getChildren().add(control.pin()));
        HBox.setHgrow(pane, Priority.ALWAYS);
        return pane;
    }

    private GridPane twoColumns() {
        GridPane grid = new GridPane();
        for (int column = 0; column < 2; column++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            grid.getColumnConstraints().add(half);
        }
        for (int k = 0; k < controls.size(); k++) {
            GridPane.setConstraints(controls.get(k).pin(), k % 2, k / 2);
        }
        return grid;
    }

    /** The id of the place of a control. */
    static String controlId(String name) {
        return "lesson-control-" + name.replace('.', '-');
    }

    /** Moves the controls back to their panel, unlocked, for good. */
    void release() {
        context.messages().languageProperty().removeListener(languageListener);
        player.stateProperty().removeListener(stateListener);
        controls.forEach(control -> setLocked(control, false));
        for (int k = controls.size() - 1; k >= 0; k--) {
            controls.get(k).pin().unpin();
        }
        controls.clear();
    }

    /** Gives the focus to the first free control. */
    void focusFree() {
        for (FreedControl control : controls) {
            if (free().contains(control.name())) {
                for (String style : List.of(".track", ".toggle-button", ".combo-box", ".text-field")) {
                    Node node = control.pin().lookup(style);
                    if (node != null) {
                        node.requestFocus();
                        return;
                    }
                }
            }
        }
    }

    /** Changes the first free control by a step; returns whether there is one. */
    boolean step(int by, boolean large) {
        Optional<SteppableControl> first = firstSteppable();
        first.ifPresent(control -> control.step(by, large));
        return first.isPresent();
    }

    private List<String> free() {
        return LabControls.withConstants(lessonLab, player.state().free());
    }

    private Optional<SteppableControl> firstSteppable() {
        return controls.stream()
                .filter(control -> free().contains(control.name()))
                .flatMap(control -> control.pin().getChildren().stream())
                .flatMap(node -> SteppableControl.of(node).stream())
                .findFirst();
    }

    private static void setLocked(FreedControl control, boolean locked) {
        control.pin().getChildren().forEach(child -> {
            if (!child.disableProperty().isBound()) {
                child.setDisable(locked);
            }
        });
    }

    private void show() {
        pin();
        List<String> free = free();
        for (FreedControl control : controls) {
            setLocked(control, !free.contains(control.name()));
        }
        boolean folded = free.isEmpty() && controls.size() > SHOWN_WHILE_LOCKED;
        place.setVisible(!folded);
        place.setManaged(!folded);
        boolean locked = controls.stream().anyMatch(control -> !free.contains(control.name()));
        lock.setVisible(locked);
        lock.setManaged(locked);
        Optional<SteppableControl> stepped = firstSteppable();
        keys.setVisible(stepped.isPresent());
        keys.setText(stepped.map(control -> context.messages().get("player.free.keys", control.name()))
                .orElse(""));
        lock.setGraphic(Icons.icon("fth-lock"));
        lock.setText(context.messages().get(player.state().isAsking() ? "player.locked.asking" : "player.locked"));
    }
}
