package hyperlab.app.export;

import hyperlab.export.FigureFormat;
import hyperlab.file.figure.FigureSettings;
import hyperlab.file.figure.FigureState;
import hyperlab.file.figure.FigureWidth;
import hyperlab.rule.InvalidInputException;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The choices for one figure. FX thread only; needs no toolkit. */
final class FigureViewModel {
    /** The formats of a figure of exact size. */
    static final List<FigureFormat> FORMATS = List.of(FigureFormat.PDF, FigureFormat.SVG, FigureFormat.PNG);

    /** Text smaller than this, in points, is hard to read in print. */
    static final double READABLE_TEXT = 6;

    private final ObjectProperty<FigureFormat> format = new SimpleObjectProperty<>(this, "format", FigureFormat.PDF);
    private final DoubleProperty width = new SimpleDoubleProperty(this, "width");
    private final ObjectProperty<FigureWidth.Unit> unit =
            new SimpleObjectProperty<>(this, "unit", FigureWidth.Unit.CENTIMETERS);
    private final DoubleProperty height = new SimpleDoubleProperty(this, "height");
    private final DoubleProperty dpi = new SimpleDoubleProperty(this, "dpi");
    private final DoubleProperty textSize = new SimpleDoubleProperty(this, "textSize");
    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
    private final BooleanProperty title = new SimpleBooleanProperty(this, "title");
    private final BooleanProperty marks = new SimpleBooleanProperty(this, "marks");
    private final BooleanProperty playHead = new SimpleBooleanProperty(this, "playHead");
    private final StringProperty caption = new SimpleStringProperty(this, "caption", "");
    private final BooleanProperty describesSettings = new SimpleBooleanProperty(this, "describesSettings");
    private final ReadOnlyObjectWrapper<FigureSettings> settings =
            new ReadOnlyObjectWrapper<>(this, "settings", FigureSettings.DEFAULT);
    private final ReadOnlyObjectWrapper<@Nullable InvalidInputException> error =
            new ReadOnlyObjectWrapper<>(this, "error", null);
    private boolean loading;

    FigureViewModel() {
        for (Property<?> choice :
                List.of(width, unit, height, dpi, textSize, dark, title, marks, playHead, caption, describesSettings)) {
            choice.addListener((observed, before, now) -> update());
        }
        unit.addListener((observed, before, now) -> convertWidth(before, now));
        load(FigureState.DEFAULT);
    }

    // properties

    ObjectProperty<FigureFormat> formatProperty() {
        return format;
    }

    /** Whether the resolution counts: the file, or the width in these settings, is in pixels. */
    boolean hasPixels(FigureSettings settings) {
        return formatProperty().get() == FigureFormat.PNG || settings.width().unit() == FigureWidth.Unit.PIXELS;
    }

    /** The width, in its unit. */
    DoubleProperty widthProperty() {
        return width;
    }

    ObjectProperty<FigureWidth.Unit> unitProperty() {
        return unit;
    }

    /** The height of the drawing as a percentage of its width; 0 for the shape on the stage. */
    DoubleProperty heightProperty() {
        return height;
    }

    DoubleProperty dpiProperty() {
        return dpi;
    }

    DoubleProperty textSizeProperty() {
        return textSize;
    }

    BooleanProperty darkProperty() {
        return dark;
    }

    BooleanProperty titleProperty() {
        return title;
    }

    BooleanProperty marksProperty() {
        return marks;
    }

    BooleanProperty playHeadProperty() {
        return playHead;
    }

    StringProperty captionProperty() {
        return caption;
    }

    BooleanProperty describesSettingsProperty() {
        return describesSettings;
    }

    /** The last valid choices. */
    ReadOnlyObjectProperty<FigureSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /** Why the current choices do not fit together; null if they do. */
    ReadOnlyObjectProperty<@Nullable InvalidInputException> errorProperty() {
        return error.getReadOnlyProperty();
    }

    // commands

    /** Shows these choices. */
    void load(FigureState state) {
        loading = true;
        FigureSettings from = state.settings();
        format.set(FORMATS.stream()
                .filter(each -> each.id().equals(state.fileFormat().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(FigureFormat.PDF));
        unit.set(from.width().unit());
        width.set(from.width().value());
        height.set(100 * from.aspect());
        dpi.set(from.dpi());
        textSize.set(from.textSize());
        dark.set(from.dark());
        title.set(from.title());
        marks.set(from.marks());
        playHead.set(from.playHead());
        caption.set(from.caption());
        describesSettings.set(from.describesSettings());
        loading = false;
        update();
    }

    /** The size in points of a text of this size in logical pixels, in a drawing of this width in logical pixels. */
    double points(double logicalSize, int logicalWidth) {
        return logicalSize * settings.get().points() / logicalWidth;
    }

    /** Keeps the length in print when the unit changes, as far as the limits of the unit allow. */
    private void convertWidth(FigureWidth.Unit before, FigureWidth.Unit now) {
        if (loading) {
            return;
        }
        FigureWidth old = settings.get().width();
        if (old.unit() == before) {
            int resolution = settings.get().dpi();
            double converted = now == FigureWidth.Unit.PIXELS
                    ? old.pixels(resolution)
                    : Math.rint(old.inches(resolution) * FigureWidth.CENTIMETERS_PER_INCH * 10) / 10;
            width.set(Math.max(now.low(), Math.min(now.high(), converted)));
        }
    }

    private void update() {
        if (loading) {
            return;
        }
        try {
            settings.set(new FigureSettings(
                    new FigureWidth(width.get(), unit.get()),
                    height.get() / 100,
                    (int) Math.round(dpi.get()),
                    textSize.get(),
                    dark.get(),
                    title.get(),
                    marks.get(),
                    playHead.get(),
                    caption.get().strip(),
                    describesSettings.get()));
            error.set(null);
        } catch (InvalidInputException e) {
            error.set(e);
        }
    }
}
