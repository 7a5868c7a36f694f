package hyperlab.lab.learningrate;

import hyperlab.descent.DescentDisplay;
import hyperlab.descent.ProgressMeasure;
import hyperlab.lab.learningrate.race.RaceState;
import hyperlab.ui.SettingsState;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;

/** The display settings of the race as properties. Together they form a {@link DescentDisplay}. */
public final class DisplaySettings {
    private final ObjectProperty<ProgressMeasure> measure;
    private final ObjectProperty<Boolean> logarithmic;
    private final DoubleProperty tolerance;
    private final ObjectProperty<Boolean> arrows;

    DisplaySettings(SettingsState<RaceState> settingsState) {
        measure =
                part(settingsState, "learning-rate.undo.measure", DescentDisplay::measure, DescentDisplay::withMeasure);
        logarithmic = part(
                settingsState,
                "learning-rate.undo.logarithmic",
                DescentDisplay::logarithmic,
                DescentDisplay::withLogarithmic);
        tolerance = settingsState.number(
                "learning-rate.undo.tolerance",
                state -> state.setup().display().tolerance(),
                (state, number) -> with(state, state.setup().display().withTolerance(number)));
        arrows = part(settingsState, "learning-rate.undo.arrows", DescentDisplay::arrows, DescentDisplay::withArrows);
    }

    private static <T> ObjectProperty<T> part(
            SettingsState<RaceState> settingsState,
            String undoKey,
            Function<DescentDisplay, T> part,
            BiFunction<DescentDisplay, T, DescentDisplay> with) {
        return settingsState.part(
                undoKey,
                state -> part.apply(state.setup().display()),
                (state, value) -> with(state, with.apply(state.setup().display(), value)));
    }

    private static RaceState with(RaceState state, DescentDisplay display) {
        return state.with(state.setup().withDisplay(display));
    }

    /** The measure plotted against the step. */
    public ObjectProperty<ProgressMeasure> measureProperty() {
        return measure;
    }

    /** Whether the measure's axis is logarithmic. */
    public ObjectProperty<Boolean> logarithmicProperty() {
        return logarithmic;
    }

    /** The height above the minimum, or the distance from it, at or below which a path counts as arrived. */
    public DoubleProperty toleranceProperty() {
        return tolerance;
    }

    public ObjectProperty<Boolean> arrowsProperty() {
        return arrows;
    }
}
