package hyperlab.app;

import hyperlab.app.control.Viewport;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The panel at the left, with the lab's controls: a column beside the stage, narrower in a narrow window; presented, it is
 * folded away and opens over the stage.
 */
final class ControlsPanel {
    private static final double WIDTH = 264;
    private static final double NARROW_WIDTH = 232;
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final Appearance appearance;
    private final Fold fold = new Fold();
    private final ReadOnlyBooleanWrapper beside = new ReadOnlyBooleanWrapper(this, "beside", true);
    private final ScrollPane pane = Viewport.uncached(new ScrollPane());
    private final VBox panel = new VBox(pane);
    private final StackPane column = new StackPane();
    private final StackPane overlay = new StackPane();
    private final Map<LabName, Double> scrolled = new EnumMap<>(LabName.class);
    private boolean narrow;
    private @Nullable LabName shown;

    ControlsPanel(Appearance appearance) {
        this.appearance = appearance;
        pane.setId("controls");
        pane.getStyleClass().addAll("panel", "edge-to-edge");
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollBarPolicy.NEVER);
        pane.setFocusTraversable(false);
        VBox.setVgrow(pane, Priority.ALWAYS);
        panel.getStyleClass().add("left-column");
        overlay.setPickOnBounds(false);
        overlay.setAlignment(Pos.TOP_LEFT);
        overlay.setId("controls-overlay");
        appearance.presented().addListener((observed, before, now) -> place());
        place();
    }

    /** Where the panel stands beside the stage. */
    Node column() {
        return column;
    }

    /** What lies over the stage, where it opens. */
    Node overlay() {
        return overlay;
    }

    /** Whether it stands beside the stage, neither folded away nor over it. */
    ReadOnlyBooleanProperty beside() {
        return beside.getReadOnlyProperty();
    }

    boolean isOver() {
        return fold.isOver();
    }

    void narrow(boolean nowNarrow) {
        narrow = nowNarrow;
        place();
    }

    void toggle() {
        fold.toggle();
        place();
    }

    /** Takes it away where it lies over the stage. */
    void close() {
        fold.close();
        place();
    }

    void show(Lab lab) {
        if (shown != null) {
            scrolled.put(shown, pane.getVvalue());
        }
        shown = lab.name();
        pane.setContent(padded(lab.parts().controls(), "controls-content"));
        Region footer = lab.parts().footer();
        panel.getChildren().setAll(footer == null ? List.of(pane) : List.of(pane, padded(footer, "footer")));
        pane.setVvalue(scrolled.getOrDefault(lab.name(), 0.0));
        close();
    }

    private static Region padded(Region content, String style) {
        if (!content.getStyleClass().contains(style)) {
            content.getStyleClass().add(style);
        }
        return content;
    }

    private void place() {
        fold.floats(appearance.presented().get());
        column.getChildren().clear();
        overlay.getChildren().clear();
        (fold.isOver() ? overlay : column).getChildren().add(panel);
        column.setManaged(fold.isBeside());
        column.setVisible(fold.isBeside());
        beside.set(fold.isBeside());
        double width = appearance.length(narrow && fold.isBeside() ? NARROW_WIDTH : WIDTH);
        panel.setMinWidth(width);
        panel.setPrefWidth(width);
        panel.setMaxWidth(width);
        pane.pseudoClassStateChanged(NARROW, narrow && fold.isBeside());
        panel.pseudoClassStateChanged(NARROW, narrow && fold.isBeside());
    }
}
