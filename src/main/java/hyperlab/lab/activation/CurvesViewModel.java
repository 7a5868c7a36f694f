package hyperlab.lab.activation;

import hyperlab.activation.ActivationConstants;
import hyperlab.activation.ActivationLabSettings;
import hyperlab.nn.Activation;
import hyperlab.nn.ActivationCurve;
import hyperlab.nn.ActivationSelection;
import hyperlab.nn.ActivationShape;
import hyperlab.ui.SettingsState;
import hyperlab.ui.UndoHistory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * The plotted functions of the Activation lab: which functions are selected, their constants, and their values at the
 * probe. Everything is recomputed immediately when a setting changes; nothing runs in the background.
 */
public final class CurvesViewModel {
    /** Number of samples of a curve, not counting the extra samples at kinks. */
    static final int SAMPLES = 481;
    /** The probe moves across the x range in this many steps. */
    static final int PROBE_STEPS = 120;
    /** The widest x range is from −{@value} to {@value}. */
    static final double MAX_REACH = 1000;

    private final Map<ActivationKind, BooleanProperty> selected = new EnumMap<>(ActivationKind.class);
    private final DoubleProperty leakySlope;
    private final DoubleProperty preluSlope;
    private final DoubleProperty eluAlpha;
    private final IntegerProperty maxoutPieces =
            new SimpleIntegerProperty(this, "maxoutPieces", CurveSettings.DEFAULT.maxoutPieces());
    private final DoubleProperty reach;
    private final DoubleProperty probe = new SimpleDoubleProperty(this, "probe", 2);
    private final DoubleProperty hover = new SimpleDoubleProperty(this, "hover", Double.NaN);
    private final DoubleProperty saturationPercent;
    private final ObjectProperty<ActivationKind> examined =
            new SimpleObjectProperty<>(this, "examined", ActivationKind.SIGMOID);
    private final ReadOnlyObjectWrapper<CurvesViewState> viewState;
    private final UndoHistory undo;

    CurvesViewModel(UndoHistory undo) {
        this.undo = undo;
        SettingsState<CurveSettings> state = new SettingsState<>(CurveSettings.DEFAULT, undo, error -> {});
        for (ActivationKind kind : ActivationKind.values()) {
            BooleanProperty chosen = new SimpleBooleanProperty(this, kind.id(), kind.isSelectedByDefault());
            selected.put(kind, chosen);
            state.bind(
                    "activation.undo.selection",
                    chosen,
                    settings -> settings.isSelected(kind),
                    (settings, on) -> settings.withSelected(kind, on));
            chosen.addListener(observed -> ensureExaminedSelected());
        }
        leakySlope =
                state.number("activation.undo.leakySlope", CurveSettings::leakySlope, CurveSettings::withLeakySlope);
        preluSlope =
                state.number("activation.undo.preluSlope", CurveSettings::preluSlope, CurveSettings::withPreluSlope);
        eluAlpha = state.number("activation.undo.eluAlpha", CurveSettings::eluAlpha, CurveSettings::withEluAlpha);
        state.bind(
                "activation.undo.maxoutPieces",
                maxoutPieces,
                CurveSettings::maxoutPieces,
                (settings, pieces) -> settings.withMaxoutPieces(pieces.intValue()));
        reach = state.number("activation.undo.reach", CurveSettings::reach, CurveSettings::withReach);
        saturationPercent = state.number(
                "activation.undo.share", CurveSettings::saturationPercent, CurveSettings::withSaturationPercent);
        viewState = new ReadOnlyObjectWrapper<>(this, "picture", computeViewState());
        List<ObservableValue<?>> settings = new ArrayList<>(selected.values());
        settings.addAll(List.of(
                leakySlope, preluSlope, eluAlpha, maxoutPieces, reach, probe, hover, saturationPercent, examined));
        settings.forEach(setting -> setting.addListener(observed -> viewState.set(computeViewState())));
        reach.addListener(observed -> probe.set(Math.max(-reach.get(), Math.min(reach.get(), probe.get()))));
    }

    // properties

    /** Whether the function is plotted. */
    public BooleanProperty selected(ActivationKind kind) {
        return Objects.requireNonNull(selected.get(kind));
    }

    public DoubleProperty leakySlopeProperty() {
        return leakySlope;
    }

    public DoubleProperty preluSlopeProperty() {
        return preluSlope;
    }

    public DoubleProperty eluAlphaProperty() {
        return eluAlpha;
    }

    public IntegerProperty maxoutPiecesProperty() {
        return maxoutPieces;
    }

    /** The x axis runs from −reach to reach. */
    public DoubleProperty reachProperty() {
        return reach;
    }

    /** The x at which values are read. */
    public DoubleProperty probeProperty() {
        return probe;
    }

    /** A function counts as saturated where |f′| is below this percentage of the largest |f′| in the x range. */
    public DoubleProperty saturationPercentProperty() {
        return saturationPercent;
    }

    /** The function whose saturation is shaded and whose formula is shown. */
    public ObjectProperty<ActivationKind> examinedProperty() {
        return examined;
    }

    /** The content of the charts and the readout for the current settings. */
    public ReadOnlyObjectProperty<CurvesViewState> viewStateProperty() {
        return viewState.getReadOnlyProperty();
    }

    UndoHistory undo() {
        return undo;
    }

    // commands

    /** Deselects all functions except the examined one. */
    public void clear() {
        for (ActivationKind kind : ActivationKind.values()) {
            selected(kind).set(kind == examined.get());
        }
    }

    /** Reads values at x while the pointer is there. */
    void hover(double x) {
        hover.set(clampAndRound(x));
    }

    /** Reads values at the pinned probe again. */
    void clearHover() {
        hover.set(Double.NaN);
    }

    /** Pins the probe at x. */
    void pin(double x) {
        hover.set(Double.NaN);
        probe.set(clampAndRound(x));
    }

    /**
     * Clamps x to the visible range and rounds it to a power of ten between a hundredth and a thousandth of the reach.
     */
    private double clampAndRound(double x) {
        double unit = Math.pow(10, 2 - Math.floor(Math.log10(reach.get())));
        return Math.round(Math.max(-reach.get(), Math.min(reach.get(), x)) * unit) / unit;
    }

    /** Selects the function if it is not yet selected, and examines it. */
    public void examine(ActivationKind kind) {
        ActivationKind before = examined.get();
        selected(kind).set(true);
        examined.set(kind);
        undo.record("activation.undo.examined", examined, before, kind, examined::set);
    }

    /** Replaces one function with another and examines it, as one change. */
    void replace(ActivationKind from, ActivationKind to) {
        selected(from).set(false);
        examine(to);
    }

    /** Returns the function with its current constants. */
    public Activation activation(ActivationKind kind) {
        return kind.withConstants(constants());
    }

    /** Returns what is plotted, in the form that is saved. The examined function comes first. */
    public ActivationSelection selection() {
        List<Activation> activations = new ArrayList<>();
        activations.add(activation(examined.get()));
        for (ActivationKind kind : ActivationKind.values()) {
            if (kind != examined.get() && selected(kind).get()) {
                activations.add(activation(kind));
            }
        }
        return new ActivationSelection(activations, -reach.get(), reach.get(), probe.get());
    }

    /** Returns the constants of all functions, whether plotted or not. */
    public ActivationConstants constants() {
        return new ActivationConstants(leakySlope.get(), preluSlope.get(), eluAlpha.get(), maxoutPieces.get());
    }

    /** Returns the plotted functions, with the examined one first; only the examined one if none is plotted. */
    List<Activation> plottedFunctions() {
        return selection().activations();
    }

    /** Restores saved settings. */
    void open(ActivationLabSettings setup) {
        ActivationSelection saved = setup.selection();
        List<ActivationKind> kinds =
                saved.activations().stream().map(ActivationKind::of).toList();
        leakySlope.set(setup.constants().leakySlope());
        preluSlope.set(setup.constants().preluSlope());
        eluAlpha.set(setup.constants().eluAlpha());
        maxoutPieces.set(setup.constants().maxoutPieces());
        saturationPercent.set(100 * setup.saturation());
        reach.set(Math.max(Math.abs(saved.from()), Math.abs(saved.to())));
        probe.set(saved.probe());
        for (ActivationKind kind : ActivationKind.values()) {
            selected(kind).set(kinds.contains(kind));
        }
        examined.set(kinds.get(0));
    }

    private void ensureExaminedSelected() {
        if (selected(examined.get()).get()) {
            return;
        }
        for (ActivationKind kind : ActivationKind.values()) {
            if (selected(kind).get()) {
                examined.set(kind);
                return;
            }
        }
    }

    private CurvesViewState computeViewState() {
        List<CurvesViewState.PlottedFunction> drawn = new ArrayList<>();
        double from = -reach.get();
        double to = reach.get();
        double x = Double.isNaN(hover.get()) ? probe.get() : hover.get();
        for (ActivationKind kind : ActivationKind.values()) {
            if (selected(kind).get()) {
                Activation activation = activation(kind);
                drawn.add(new CurvesViewState.PlottedFunction(
                        kind,
                        ActivationCurve.of(activation, from, to, SAMPLES),
                        activation.value(x),
                        activation.derivative(x)));
            }
        }
        ActivationKind examinedKind = examined.get();
        List<double[]> saturated = selected(examinedKind).get()
                ? ActivationShape.saturatedIntervals(
                        activation(examinedKind), from, to, saturationPercent.get() / 100, 10 * (SAMPLES - 1) + 1)
                : List.of();
        return new CurvesViewState(drawn, examinedKind, saturated, from, to, x, probe.get());
    }

    /** Returns the x of the probe at a timeline position. */
    double probeAt(int position) {
        double fraction = (double) position / PROBE_STEPS;
        return Math.round((2 * fraction - 1) * reach.get() * 1e6) / 1e6;
    }

    /** Returns the timeline position closest to the probe. */
    int probePosition() {
        return (int) Math.round((probe.get() / reach.get() + 1) / 2 * PROBE_STEPS);
    }
}
