package hyperlab.app.convolution;

import hyperlab.app.Undo;
import hyperlab.convolution.ImageChoice;
import hyperlab.convolution.LabImage;
import hyperlab.convolution.OwnImage;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** Drawing on the image by the mouse, and by keys with a pen. A stroke is one change until undo is settled. */
public final class Drawing {
    private final Settings settings;
    private final Undo undo;
    private final Supplier<LabImage> image;
    private final BooleanProperty on = new SimpleBooleanProperty(this, "on");
    private final ReadOnlyObjectWrapper<Pen> pen = new ReadOnlyObjectWrapper<>(this, "pen", new Pen(0, 0));

    /** The cell that keys draw at. */
    public record Pen(int row, int column) {}

    /** @param image as it stands */
    Drawing(Settings settings, Undo undo, Supplier<LabImage> image) {
        this.settings = settings;
        this.undo = undo;
        this.image = image;
        on.addListener((observed, before, now) ->
                pen.set(new Pen(image.get().height() / 2, image.get().width() / 2)));
    }

    /** Whether the mouse, and the keys on the image, draw. */
    public BooleanProperty on() {
        return on;
    }

    /** Where keys draw. */
    public ReadOnlyObjectProperty<Pen> pen() {
        return pen.getReadOnlyProperty();
    }

    /** Takes empty paper to draw on. */
    public void clear() {
        undo.settle();
        settings.image().set(ImageChoice.of(OwnImage.paper()));
        undo.settle();
        on.set(true);
    }

    /** A dab of the brush, on the image as it stands where that is ink, else on new paper. */
    public void dab(int row, int column, boolean rubOut) {
        OwnImage own = settings.image().get().own();
        LabImage now = image.get();
        OwnImage paper = own != null && own.ink() ? own : now.ink() ? OwnImage.drawingOf(now) : OwnImage.paper();
        settings.image().set(ImageChoice.of(paper.dabbed(row, column, rubOut)));
    }

    /** Moves the pen, as far as there is paper. */
    public void move(int down, int right) {
        Pen before = pen.get();
        LabImage now = image.get();
        pen.set(new Pen(
                Math.max(0, Math.min(now.height() - 1, before.row() + down)),
                Math.max(0, Math.min(now.width() - 1, before.column() + right))));
    }

    /** A dab where the pen is. */
    public void dabAtPen(boolean rubOut) {
        undo.settle();
        dab(pen.get().row(), pen.get().column(), rubOut);
        undo.settle();
    }
}
