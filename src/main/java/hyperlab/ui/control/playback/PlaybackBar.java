package hyperlab.ui.control.playback;

import hyperlab.text.NumberFormats;
import hyperlab.ui.Messages;
import hyperlab.ui.Shortcut;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.slider.SliderTick;
import hyperlab.ui.control.slider.SliderTrack;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** The view of a {@link Playback}: reset, step back, play, step forward, the timeline and the speed. */
public final class PlaybackBar extends HBox {
    private static final int MAX_LABELS = 6;

    private final Playback playback;
    private final Messages messages;
    private final SliderTrack timeline = new SliderTrack(new TimelineActions());
    private final SliderTrack speed = new SliderTrack(new SpeedActions());
    private final Label speedName = new Label();

    public PlaybackBar(Playback playback, Messages messages) {
        this.playback = playback;
        this.messages = messages;
        setId("playback");
        getStyleClass().add("playback-bar");
        setAlignment(Pos.CENTER_LEFT);
        buildTimeline();
        buildSpeed();
        Label position = new Label();
        position.setId("playback-position");
        position.getStyleClass().add("playback-position");
        position.textProperty()
                .bind(messages.compute(
                        this::positionText,
                        playback.positionProperty(),
                        playback.lengthProperty(),
                        playback.labelsProperty(),
                        playback.unitKeyProperty()));
        speedName.setId("playback-speed-name");
        speedName.textProperty().bind(messages.bind("shell.speed"));
        speedName.getStyleClass().add("caption-14");
        speedName.setMinWidth(USE_PREF_SIZE);
        Label speedWords = new Label();
        speedWords.setId("playback-speed-words");
        speedWords.setMinWidth(USE_PREF_SIZE);
        speedWords
                .textProperty()
                .bind(messages.compute(this::speedText, playback.speedProperty(), playback.unitKeyProperty()));
        HBox speedBox = new HBox(12, speedName, speed, speedWords);
        speedBox.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(timeline, Priority.ALWAYS);
        getChildren()
                .addAll(
                        button("playback-reset", "fth-rotate-ccw", Shortcut.RESET, playback::reset),
                        button("playback-back", "fth-skip-back", Shortcut.STEP_BACK, playback::stepBack),
                        playButton(),
                        button("playback-step", "fth-skip-forward", Shortcut.STEP_FORWARD, playback::stepForward),
                        divider(),
                        timeline,
                        position,
                        divider(),
                        speedBox);
    }

    /** Hides the name of the speed in a narrow window; its value has a unit and says what it is. */
    public void setNarrow(boolean narrow) {
        speedName.setVisible(!narrow);
        speedName.setManaged(!narrow);
    }

    private Button button(String id, String icon, Shortcut shortcut, Runnable action) {
        return Icons.button(id, icon, shortcut.tooltip(messages), action);
    }

    private Button playButton() {
        Button play = button("playback-play", "fth-play", Shortcut.PLAY, playback::playPause);
        play.getStyleClass().add("play-button");
        FontIcon pauseIcon = Icons.icon("fth-pause");
        Node playIcon = play.getGraphic();
        StackPane holder = new StackPane(playIcon, pauseIcon);
        playIcon.visibleProperty().bind(playback.playingProperty().not());
        pauseIcon.visibleProperty().bind(playback.playingProperty());
        play.setGraphic(holder);
        return play;
    }

    private static Separator divider() {
        Separator separator = new Separator(Orientation.VERTICAL);
        separator.getStyleClass().add("bar-divider");
        return separator;
    }

    private void buildTimeline() {
        timeline.setId("playback-timeline");
        timeline.getStyleClass().add("timeline");
        timeline.accessibleTextProperty()
                .bind(messages.compute(
                        () -> messages.get("shell.timeline") + " " + positionText(),
                        playback.positionProperty(),
                        playback.lengthProperty(),
                        playback.labelsProperty(),
                        playback.unitKeyProperty()));
        timeline.fractionProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> playback.positionProperty().get()
                                / (double) Math.max(1, playback.lengthProperty().get()),
                        playback.positionProperty(),
                        playback.lengthProperty()));
        playback.lengthProperty().addListener((observed, before, now) -> timeline.setTicks(timelineTicks()));
        playback.labelsProperty().addListener((observed, before, now) -> timeline.setTicks(timelineTicks()));
        timeline.setTicks(timelineTicks());
    }

    private void buildSpeed() {
        speed.setId("playback-speed");
        speed.getStyleClass().add("speed");
        speed.accessibleTextProperty()
                .bind(messages.compute(
                        () -> messages.get("shell.speed") + " " + speedText(),
                        playback.speedProperty(),
                        playback.unitKeyProperty()));
        speed.fractionProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> playback.speedProperty().get() / (double) (playback.speedCount() - 1),
                        playback.speedProperty()));
    }

    private List<SliderTick> timelineTicks() {
        int length = playback.lengthProperty().get();
        List<SliderTick> ticks = new ArrayList<>();
        if (length <= 0) {
            return ticks;
        }
        int every = labelStep(length);
        int small = Math.max(1, length <= 40 ? 1 : every / 5);
        for (int at = 0; at <= length; at += small) {
            boolean labeled = at % every == 0;
            ticks.add(new SliderTick(
                    at / (double) length,
                    labeled ? playback.labelsProperty().get().apply(at) : ""));
        }
        return ticks;
    }

    /** A round step; if it does not end at the last position, a less round one that does, if there is one. */
    static int labelStep(int length) {
        int nice = niceStep(length);
        if (length % nice == 0) {
            return nice;
        }
        for (int power = 1; power <= length; power *= 10) {
            for (int factor : new int[] {3, 4, 6}) {
                int step = power * factor;
                if (length % step == 0 && length / step < MAX_LABELS && length / step > 1) {
                    return step;
                }
            }
        }
        return nice;
    }

    private static int niceStep(int length) {
        int step = 1;
        int[] factors = {2, 5, 10};
        for (int power = 1; ; power *= 10) {
            for (int factor : factors) {
                if (length / step < MAX_LABELS) {
                    return step;
                }
                step = power * factor;
            }
        }
    }

    private String positionText() {
        return messages.get(
                playback.unitKeyProperty().get() + ".position",
                playback.labelsProperty()
                        .get()
                        .apply(playback.positionProperty().get()),
                playback.labelsProperty().get().apply(playback.lengthProperty().get()));
    }

    private String speedText() {
        double rate = playback.unitsPerSecond();
        if (Double.isInfinite(rate)) {
            return messages.get("shell.speed.fastest");
        }
        return messages.get(
                playback.unitKeyProperty().get() + (rate == 1 ? ".speed.one" : ".speed"), NumberFormats.format(rate));
    }

    private final class TimelineActions implements SliderTrack.SliderActions {
        @Override
        public double valueAt(double place) {
            return place * playback.lengthProperty().get();
        }

        @Override
        public void moveTo(double place) {
            playback.playingProperty().set(false);
            playback.seek((int) Math.round(place * playback.lengthProperty().get()));
        }

        @Override
        public void moveBy(int steps) {
            if (steps < 0) {
                playback.stepBack();
            } else {
                playback.stepForward();
            }
        }

        @Override
        public void moveByLarge(int steps) {
            playback.seek(playback.positionProperty().get()
                    + steps * Math.max(1, playback.lengthProperty().get() / 10));
        }

        @Override
        public void resetToDefault() {
            playback.toStart();
        }

        @Override
        public void settle() {}
    }

    private final class SpeedActions implements SliderTrack.SliderActions {
        @Override
        public double valueAt(double place) {
            return place * (playback.speedCount() - 1);
        }

        @Override
        public void moveTo(double place) {
            playback.speedProperty().set((int) Math.round(place * (playback.speedCount() - 1)));
        }

        @Override
        public void moveBy(int steps) {
            if (steps < 0) {
                playback.slower();
            } else {
                playback.faster();
            }
        }

        @Override
        public void moveByLarge(int steps) {
            moveBy(steps);
        }

        @Override
        public void resetToDefault() {
            playback.speedProperty().set(2);
        }

        @Override
        public void settle() {}
    }
}
