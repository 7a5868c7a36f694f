package hyperlab.app.panel;

import hyperlab.lab.Lab;
import hyperlab.lab.LabName;
import hyperlab.ui.Appearance;
import hyperlab.ui.control.FocusTrap;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The left panel, with the lab's controls: a column next to the stage, narrower in a narrow window. In presentation
 * mode it is folded away and opens over the stage.
 */
public final class ControlsPanel extends SidePanel {
    /** The width of the docked column in normal size. */
    public static final double WIDTH = 264;
    /** The same in a narrow window. */
    public static final double NARROW_WIDTH = 232;

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final Appearance appearance;
    private final ReadOnlyBooleanWrapper docked = new ReadOnlyBooleanWrapper(this, "docked", true);
    private final VBox panel = new VBox(pane());
    private final Map<LabName, Double> scrollPositions = new EnumMap<>(LabName.class);
    private final FocusTrap focusTrap = new FocusTrap(panel, this::isOverlay);
    private boolean narrow;
    private @Nullable LabName currentLab;

    public ControlsPanel(Appearance appearance) {
        super("controls", Pos.TOP_LEFT);
        this.appearance = appearance;
        VBox.setVgrow(pane(), Priority.ALWAYS);
        panel.getStyleClass().add("left-column");
        overlay().setId("controls-overlay");
        appearance.presentationProperty().addListener((observed, before, now) -> updatePlacement());
        updatePlacement();
    }

    /** Whether it is docked next to the stage, neither folded away nor over it. */
    public ReadOnlyBooleanProperty dockedProperty() {
        return docked.getReadOnlyProperty();
    }

    /** Gives the focus to the first control. */
    public void focusFirst() {
        panel.applyCss();
        focusTrap.focusFirst();
    }

    public void setNarrow(boolean nowNarrow) {
        narrow = nowNarrow;
        updatePlacement();
    }

    /** Styles and lays out the controls of a lab that is not shown yet. */
    public void styleAhead(Lab lab) {
        styleAhead(withStyle(lab.parts().controls(), "controls-content"), content -> {
            VBox.setVgrow(content, Priority.ALWAYS);
            VBox column = new VBox(content);
            column.getStyleClass().setAll(panel.getStyleClass());
            panel.getPseudoClassStates().forEach(state -> column.pseudoClassStateChanged(state, true));
            return column;
        });
    }

    public void show(Lab lab) {
        if (currentLab != null) {
            scrollPositions.put(currentLab, pane().getVvalue());
        }
        currentLab = lab.name();
        pane().setContent(withStyle(lab.parts().controls(), "controls-content"));
        Region footer = lab.parts().footer();
        panel.getChildren().setAll(focusTrap.start(), pane());
        if (footer != null) {
            panel.getChildren().add(withStyle(footer, "footer"));
        }
        panel.getChildren().add(focusTrap.end());
        pane().setVvalue(scrollPositions.getOrDefault(lab.name(), 0.0));
        close();
    }

    @Override
    void updatePlacement() {
        visibility().setFloating(appearance.presentationProperty().get());
        clear();
        (visibility().isOverlay() ? overlay() : column()).getChildren().add(panel);
        setColumnVisible(visibility().isDocked());
        docked.set(visibility().isDocked());
        fixWidth(panel, appearance.scaledLength(narrow && visibility().isDocked() ? NARROW_WIDTH : WIDTH));
        pane().pseudoClassStateChanged(NARROW, narrow && visibility().isDocked());
        panel.pseudoClassStateChanged(NARROW, narrow && visibility().isDocked());
    }
}
