package hyperlab.lab.convolution;

import hyperlab.convolution.ImageSelection;
import hyperlab.convolution.InputImage;
import hyperlab.convolution.UserImage;
import hyperlab.ui.UndoHistory;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * Drawing on the image with the mouse, or with a pen that is moved by keys. A stroke is one change until undo is
 * settled.
 */
public final class ImageDrawing {
    private final ConvolutionSettings settings;
    private final UndoHistory undo;
    private final Supplier<InputImage> image;
    private final BooleanProperty on = new SimpleBooleanProperty(this, "on");
    private final ReadOnlyObjectWrapper<Pen> pen = new ReadOnlyObjectWrapper<>(this, "pen", new Pen(0, 0));
    private @Nullable Pen strokeEnd;

    /** The cell at which the keyboard draws. */
    public record Pen(int row, int column) {}

    /** @param image supplies the current image */
    ImageDrawing(ConvolutionSettings settings, UndoHistory undo, Supplier<InputImage> image) {
        this.settings = settings;
        this.undo = undo;
        this.image = image;
        on.addListener((observed, before, now) -> {
            if (now && !image.get().ink()) {
                undo.settle();
                settings.imageProperty().set(ImageSelection.of(UserImage.blankDrawing()));
                undo.settle();
            }
            pen.set(new Pen(image.get().height() / 2, image.get().width() / 2));
        });
    }

    /**
     * Whether drawing with the mouse and the keyboard is on. Turning it on replaces an image that is no ink drawing with
     * an empty one, so that the size does not change in the middle of a stroke.
     */
    public BooleanProperty enabledProperty() {
        return on;
    }

    /** The position of the pen. */
    public ReadOnlyObjectProperty<Pen> penProperty() {
        return pen.getReadOnlyProperty();
    }

    /** Starts a new drawing on an empty image. */
    public void clear() {
        undo.settle();
        settings.imageProperty().set(ImageSelection.of(UserImage.blankDrawing()));
        undo.settle();
        on.set(true);
    }

    /**
     * Begins a stroke with one brush stamp. It is painted on the current image if that is an ink drawing, otherwise on
     * an empty image.
     *
     * @param erase whether to erase instead
     */
    public void paint(int row, int column, boolean erase) {
        Pen to = new Pen(row, column);
        stroke(to, to, erase);
    }

    /**
     * Continues the stroke with a line to a cell, because the mouse reports only some of the cells that it passes; begins
     * a stroke if there is none.
     */
    public void paintTo(int row, int column, boolean erase) {
        Pen to = new Pen(row, column);
        Pen from = strokeEnd;
        stroke(from == null ? to : from, to, erase);
    }

    /** Ends the stroke. */
    public void endStroke() {
        strokeEnd = null;
    }

    /** Paints a stamp at every cell of the straight line between two cells. */
    private void stroke(Pen from, Pen to, boolean erase) {
        UserImage canvas = canvas();
        int down = to.row() - from.row();
        int right = to.column() - from.column();
        int cells = Math.max(1, Math.max(Math.abs(down), Math.abs(right)));
        for (int k = from.equals(to) ? cells : 1; k <= cells; k++) {
            double share = (double) k / cells;
            canvas = canvas.painted(
                    (int) Math.rint(from.row() + share * down), (int) Math.rint(from.column() + share * right), erase);
        }
        settings.imageProperty().set(ImageSelection.of(canvas));
        strokeEnd = to;
    }

    /** The current image if it is an ink drawing, otherwise an empty one. */
    private UserImage canvas() {
        UserImage own = settings.imageProperty().get().userImage();
        if (own != null && own.ink()) {
            return own;
        }
        InputImage now = image.get();
        return now.ink() ? UserImage.editableCopyOf(now) : UserImage.blankDrawing();
    }

    /** Moves the pen within the bounds of the image. */
    public void movePen(int down, int right) {
        Pen before = pen.get();
        InputImage now = image.get();
        pen.set(new Pen(
                Math.max(0, Math.min(now.height() - 1, before.row() + down)),
                Math.max(0, Math.min(now.width() - 1, before.column() + right))));
    }

    /** Paints one brush stamp at the pen. */
    public void paintAtPen(boolean erase) {
        undo.settle();
        paint(pen.get().row(), pen.get().column(), erase);
        endStroke();
        undo.settle();
    }
}
