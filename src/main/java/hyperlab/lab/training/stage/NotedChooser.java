package hyperlab.lab.training.stage;

import hyperlab.ui.control.WrappedText;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/**
 * A chooser below a chart with a note next to it. In a narrow card the note would take the chart's room; it is then in
 * the tooltip. Hidden while there is no note.
 */
final class NotedChooser extends Region {
    private static final double GAP = 8;
    /** Three lines of small text. */
    private static final double MAX_NOTE_HEIGHT = 60;

    private final Node chooser;
    private final WrappedText note;
    private final Tooltip tooltip = new Tooltip();

    NotedChooser(Node chooser, ObservableStringValue text) {
        this.chooser = chooser;
        note = new WrappedText(text, "muted", "small");
        getChildren().addAll(chooser, note);
        tooltip.textProperty().bind(text);
        visibleProperty().bind(Bindings.createBooleanBinding(() -> !text.get().isEmpty(), text));
        managedProperty().bind(visibleProperty());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return chooser.minWidth(-1);
    }

    @Override
    protected double computePrefWidth(double height) {
        return noteX() + note.prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        double noteHeight = noteHeight(width);
        double chooserHeight = chooser.prefHeight(-1);
        return noteHeight <= MAX_NOTE_HEIGHT ? Math.max(noteHeight, chooserHeight) : chooserHeight;
    }

    /** Of the note next to the chooser; infinite if there is no room. */
    private double noteHeight(double width) {
        double room = width - noteX();
        return width < 0 ? note.prefHeight(-1) : room <= 0 ? Double.POSITIVE_INFINITY : note.prefHeight(room);
    }

    private double noteX() {
        double chooserWidth = chooser.isManaged() ? chooser.prefWidth(-1) : 0;
        return chooserWidth == 0 ? 0 : chooserWidth + GAP;
    }

    @Override
    protected void layoutChildren() {
        double noteHeight = noteHeight(getWidth());
        boolean fits = noteHeight <= MAX_NOTE_HEIGHT;
        note.setVisible(fits);
        if (fits) {
            Tooltip.uninstall(this, tooltip);
            note.resizeRelocate(
                    noteX(), snapPositionY((getHeight() - noteHeight) / 2), getWidth() - noteX(), noteHeight);
        } else {
            Tooltip.install(this, tooltip);
        }
        double chooserHeight = chooser.prefHeight(-1);
        chooser.resizeRelocate(
                0,
                snapPositionY((getHeight() - chooserHeight) / 2),
                Math.min(getWidth(), chooser.prefWidth(-1)),
                chooserHeight);
    }
}
