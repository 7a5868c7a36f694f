package hyperlab.ui.control.playback;

import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * The model of the playback bar; needs no toolkit. A lab sets the length, reports how much is done, and moves or
 * follows {@link #positionProperty()}; the bar's buttons and the keyboard shortcuts call the commands. While playing,
 * {@link #advance} moves the position on every pulse, unless a {@link #driver} in the lab does the work.
 */
public final class Playback {
    /** Units per second for each speed; the last one is unlimited. */
    private static final double[] SPEEDS = {1, 2, 4, 10, 30, 100, Double.POSITIVE_INFINITY};

    private final IntegerProperty position = new SimpleIntegerProperty(this, "position");
    private final IntegerProperty length = new SimpleIntegerProperty(this, "length");
    private final IntegerProperty done = new SimpleIntegerProperty(this, "done");
    private final BooleanProperty playing = new SimpleBooleanProperty(this, "playing");
    private final IntegerProperty speed = new SimpleIntegerProperty(this, "speed", 2);
    private final ObjectProperty<IntFunction<String>> names =
            new SimpleObjectProperty<>(this, "names", Integer::toString);
    private final StringProperty unitKey;
    private @Nullable PlaybackDriver driver;
    private double pendingUnits;

    /** @param unitKey message key of the timeline's unit: a step, an epoch */
    public Playback(String unitKey) {
        this.unitKey = new SimpleStringProperty(this, "unitKey", unitKey);
    }

    /** Does the work that playing requires if the timeline's units are not computed in advance. */
    public interface PlaybackDriver {
        /** Computes one more unit. */
        void stepForward();

        /** Resets to the start, before the first step. */
        void reset();

        /** The same because other settings are to be played; what has not been played to its end is of no use then. */
        default void startOver() {
            reset();
        }
    }

    // properties

    /** The current position, 0 … {@link #completedProperty()}. */
    public IntegerProperty positionProperty() {
        return position;
    }

    /** The end of the timeline. */
    public IntegerProperty lengthProperty() {
        return length;
    }

    /** How far the work is done and can be scrubbed. */
    public IntegerProperty completedProperty() {
        return done;
    }

    public BooleanProperty playingProperty() {
        return playing;
    }

    /** Index into the speeds, 0 … {@link #speedCount()} − 1. */
    public IntegerProperty speedProperty() {
        return speed;
    }

    public int speedCount() {
        return SPEEDS.length;
    }

    /** Units per second; infinite for no limit. */
    public double unitsPerSecond() {
        return SPEEDS[speed.get()];
    }

    /** The label of each position; its number by default. */
    public ObjectProperty<IntFunction<String>> labelsProperty() {
        return names;
    }

    /** Message key of the timeline's unit. */
    public StringProperty unitKeyProperty() {
        return unitKey;
    }

    public void setDriver(PlaybackDriver newDriver) {
        driver = newDriver;
    }

    /** Whether the units are computed while they are played, and not in advance. */
    public boolean isLive() {
        return driver != null;
    }

    // commands

    public void playPause() {
        if (!playing.get() && driver == null && position.get() >= length.get()) {
            position.set(0);
        }
        playing.set(!playing.get());
    }

    public void reset() {
        reset(PlaybackDriver::reset);
    }

    /** Resets to the start for other settings, and keeps nothing that has not been played to its end. */
    public void startOver() {
        reset(PlaybackDriver::startOver);
    }

    private void reset(Consumer<PlaybackDriver> work) {
        playing.set(false);
        pendingUnits = 0;
        position.set(0);
        if (driver != null) {
            work.accept(driver);
        }
    }

    public void stepBack() {
        playing.set(false);
        seek(position.get() - 1);
    }

    public void stepForward() {
        playing.set(false);
        if (position.get() < done.get()) {
            seek(position.get() + 1);
        } else if (driver != null && done.get() < length.get()) {
            driver.stepForward();
        }
    }

    public void toStart() {
        playing.set(false);
        seek(0);
    }

    public void toEnd() {
        playing.set(false);
        seek(done.get());
    }

    /** Moves the position there, limited to what is done. */
    public void seek(int newPosition) {
        position.set(Math.max(0, Math.min(newPosition, done.get())));
    }

    public void faster() {
        speed.set(Math.min(SPEEDS.length - 1, speed.get() + 1));
    }

    public void slower() {
        speed.set(Math.max(0, speed.get() - 1));
    }

    /** Advances a playing timeline by {@code seconds} if its work is done in advance; stops at the end. */
    public void advance(double seconds) {
        if (!playing.get() || driver != null) {
            pendingUnits = 0;
            return;
        }
        pendingUnits = Math.min(pendingUnits + seconds * unitsPerSecond(), length.get());
        int whole = (int) pendingUnits;
        pendingUnits -= whole;
        seek(position.get() + whole);
        if (position.get() >= length.get()) {
            playing.set(false);
        }
    }
}
