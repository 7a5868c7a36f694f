package hyperlab.app.activation;

import hyperlab.app.Undo;
import hyperlab.app.control.Playback;
import hyperlab.nn.Activation;
import hyperlab.nn.ActivationCurve;
import hyperlab.nn.ActivationSelection;
import hyperlab.nn.ActivationShape;
import hyperlab.text.Numbers;
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
 * What the Activation lab shows: which functions are laid over one another, under which constants, and what they are
 * worth at the probe. Everything follows at once from the settings; there is no work to wait for.
 */
public final class ActivationViewModel {
    /** Places at which a curve is sampled, kinks apart. */
    static final int POINTS = 481;
    /** Places of the probe on its way across the picture. */
    static final int PROBE_PLACES = 120;
    /** The widest picture goes from −{@value} to {@value}. */
    static final double MOST_REACH = 1000;

    private final Map<ActivationKind, BooleanProperty> selected = new EnumMap<>(ActivationKind.class);
    private final DoubleProperty leakySlope = new SimpleDoubleProperty(this, "leakySlope", 0.01);
    private final DoubleProperty preluSlope = new SimpleDoubleProperty(this, "preluSlope", 0.25);
    private final DoubleProperty eluAlpha = new SimpleDoubleProperty(this, "eluAlpha", 1);
    private final IntegerProperty maxoutPieces = new SimpleIntegerProperty(this, "maxoutPieces", 2);
    private final DoubleProperty reach = new SimpleDoubleProperty(this, "reach", 6);
    private final DoubleProperty probe = new SimpleDoubleProperty(this, "probe", 2);
    private final DoubleProperty saturationPercent = new SimpleDoubleProperty(this, "saturationPercent", 5);
    private final ObjectProperty<ActivationKind> examined =
            new SimpleObjectProperty<>(this, "examined", ActivationKind.SIGMOID);
    private final ReadOnlyObjectWrapper<ActivationPicture> picture;
    private final Playback playback = new Playback("activation.unit");
    private final Undo undo = new Undo();
    private boolean following;

    public ActivationViewModel() {
        for (ActivationKind kind : ActivationKind.values()) {
            BooleanProperty chosen = new SimpleBooleanProperty(this, kind.id(), kind.isShownAtFirst());
            selected.put(kind, chosen);
            undo.track("activation.undo.selection", chosen);
            chosen.addListener(observed -> keepExaminedOnShow());
        }
        picture = new ReadOnlyObjectWrapper<>(this, "picture", draw());
        undo.track("activation.undo.leakySlope", leakySlope);
        undo.track("activation.undo.preluSlope", preluSlope);
        undo.track("activation.undo.eluAlpha", eluAlpha);
        undo.track("activation.undo.maxoutPieces", maxoutPieces);
        undo.track("activation.undo.reach", reach);
        undo.track("activation.undo.share", saturationPercent);
        List<ObservableValue<?>> settings = new ArrayList<>(selected.values());
        settings.addAll(
                List.of(leakySlope, preluSlope, eluAlpha, maxoutPieces, reach, probe, saturationPercent, examined));
        settings.forEach(setting -> setting.addListener(observed -> picture.set(draw())));
        namePlaces();
        playback.length().set(PROBE_PLACES);
        playback.done().set(PROBE_PLACES);
        playback.position().set(placeOf(probe.get()));
        playback.position()
                .addListener(observed ->
                        follow(() -> probe.set(probeAt(playback.position().get()))));
        probe.addListener(observed -> follow(() -> playback.position().set(placeOf(probe.get()))));
        reach.addListener(observed -> {
            namePlaces();
            probe.set(Math.max(-reach.get(), Math.min(reach.get(), probe.get())));
            follow(() -> playback.position().set(placeOf(probe.get())));
        });
    }

    // properties

    /** Whether the function is drawn. */
    public BooleanProperty selected(ActivationKind kind) {
        return Objects.requireNonNull(selected.get(kind));
    }

    public DoubleProperty leakySlope() {
        return leakySlope;
    }

    public DoubleProperty preluSlope() {
        return preluSlope;
    }

    public DoubleProperty eluAlpha() {
        return eluAlpha;
    }

    public IntegerProperty maxoutPieces() {
        return maxoutPieces;
    }

    /** The picture goes from −reach to reach. */
    public DoubleProperty reach() {
        return reach;
    }

    /** The x at which values are read. */
    public DoubleProperty probe() {
        return probe;
    }

    /** A function counts as saturated where |f′| is below this percentage of the largest |f′| in the picture. */
    public DoubleProperty saturationPercent() {
        return saturationPercent;
    }

    /** The function whose saturation is shaded and whose formula is shown. */
    public ObjectProperty<ActivationKind> examined() {
        return examined;
    }

    /** All that is drawn and read out, from the settings as they stand. */
    public ReadOnlyObjectProperty<ActivationPicture> picture() {
        return picture.getReadOnlyProperty();
    }

    public Playback playback() {
        return playback;
    }

    public Undo undo() {
        return undo;
    }

    // commands

    /** Takes all functions off but the one that is examined. */
    public void clear() {
        for (ActivationKind kind : ActivationKind.values()) {
            selected(kind).set(kind == examined.get());
        }
    }

    /** Draws the function, where it is not drawn yet, and examines it. */
    public void examine(ActivationKind kind) {
        ActivationKind before = examined.get();
        selected(kind).set(true);
        examined.set(kind);
        undo.did("activation.undo.examined", examined, before, kind, examined::set);
    }

    /** The function under the constants as they stand. */
    public Activation activation(ActivationKind kind) {
        return switch (kind) {
            case SIGMOID -> new Activation.Sigmoid();
            case TANH -> new Activation.Tanh();
            case RELU -> new Activation.Relu();
            case LEAKY_RELU -> new Activation.LeakyRelu(leakySlope.get());
            case PRELU -> new Activation.Prelu(preluSlope.get());
            case ELU -> new Activation.Elu(eluAlpha.get());
            case MAXOUT -> new Activation.Maxout(maxoutPieces.get());
            case SOFTPLUS -> new Activation.Softplus();
            case SELU -> new Activation.Selu();
            case GELU -> new Activation.Gelu();
            case SILU -> new Activation.Silu();
            case MISH -> new Activation.Mish();
            case LINEAR -> new Activation.Linear();
        };
    }

    /** What is drawn, to be saved; the examined function comes first. */
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

    /** Comes back to a saved selection. */
    public void open(ActivationSelection saved) {
        List<ActivationKind> kinds =
                saved.activations().stream().map(ActivationKind::of).toList();
        undo.forgetThrough(() -> {
            saved.activations().forEach(this::takeConstants);
            reach.set(Math.max(Math.abs(saved.from()), Math.abs(saved.to())));
            probe.set(saved.probe());
            for (ActivationKind kind : ActivationKind.values()) {
                selected(kind).set(kinds.contains(kind));
            }
            examined.set(kinds.get(0));
        });
    }

    private void takeConstants(Activation activation) {
        if (activation instanceof Activation.LeakyRelu leaky) {
            leakySlope.set(leaky.slope());
        } else if (activation instanceof Activation.Prelu prelu) {
            preluSlope.set(prelu.slope());
        } else if (activation instanceof Activation.Elu elu) {
            eluAlpha.set(elu.alpha());
        } else if (activation instanceof Activation.Maxout maxout) {
            maxoutPieces.set(maxout.pieces());
        }
    }

    private void keepExaminedOnShow() {
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

    private ActivationPicture draw() {
        List<ActivationPicture.Drawn> drawn = new ArrayList<>();
        double from = -reach.get();
        double to = reach.get();
        for (ActivationKind kind : ActivationKind.values()) {
            if (selected(kind).get()) {
                Activation activation = activation(kind);
                drawn.add(new ActivationPicture.Drawn(
                        kind,
                        ActivationCurve.of(activation, from, to, POINTS),
                        activation.value(probe.get()),
                        activation.derivative(probe.get())));
            }
        }
        ActivationKind looked = examined.get();
        List<double[]> saturated = selected(looked).get()
                ? ActivationShape.saturation(
                        activation(looked), from, to, saturationPercent.get() / 100, 10 * (POINTS - 1) + 1)
                : List.of();
        return new ActivationPicture(drawn, looked, saturated, from, to, probe.get());
    }

    /** Each place of the timeline is called by its x. */
    private void namePlaces() {
        playback.names().set(place -> Numbers.show(probeAt(place)));
    }

    private double probeAt(int place) {
        double share = (double) place / PROBE_PLACES;
        return Math.round((2 * share - 1) * reach.get() * 1e6) / 1e6;
    }

    private int placeOf(double x) {
        return (int) Math.round((x / reach.get() + 1) / 2 * PROBE_PLACES);
    }

    /** Lets one of probe and play head follow the other, not both each other. */
    private void follow(Runnable change) {
        if (!following) {
            following = true;
            try {
                change.run();
            } finally {
                following = false;
            }
        }
    }
}
