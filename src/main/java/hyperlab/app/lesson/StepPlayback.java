package hyperlab.app.lesson;

import hyperlab.lesson.Step;
import hyperlab.ui.control.playback.Playback;
import java.util.OptionalInt;

/** Plays the run that a step is about, and ends the playback where the step ends. FX thread only. */
final class StepPlayback {
    private static final int FASTEST_VISIBLE = 4;

    private final Playback playback;
    private final int speedBefore;
    private int playUntil = -1;

    StepPlayback(Playback playback) {
        this.playback = playback;
        speedBefore = playback.speedProperty().get();
    }

    void pause() {
        playUntil = -1;
        playback.playingProperty().set(false);
    }

    /** Begins a step. */
    void begin(Step step, boolean asking) {
        if (playback.speedProperty().get() < FASTEST_VISIBLE && playback.isLive()) {
            playback.speedProperty().set(FASTEST_VISIBLE);
        }
        step.accept(new Step.Visitor<Runnable>() {
                    @Override
                    public Runnable visit(Step.Predict predict) {
                        return asking ? playback::toStart : () -> showEnd(predict);
                    }

                    @Override
                    public Runnable visit(Step.Observe observe) {
                        return () -> {
                            playback.seek(observe.from() == null ? 0 : observe.from());
                            play(observe.playbackEnd().orElse(-1));
                        };
                    }

                    @Override
                    public Runnable visit(Step.Explain explain) {
                        return explain.playbackEnd().isPresent() ? playback::toStart : () -> showEnd(explain);
                    }

                    @Override
                    public Runnable visit(Step.Reach reach) {
                        return reach.playbackEnd().isPresent() ? playback::toStart : playback::toEnd;
                    }
                })
                .run();
    }

    /** Shows the run at the end of the step; a live run is trained until there. */
    private void showEnd(Step step) {
        OptionalInt end = step.playbackEnd();
        if (playback.isLive()) {
            play(end.orElse(-1));
        } else if (end.isPresent()) {
            playback.seek(end.getAsInt());
        } else {
            playback.toEnd();
        }
    }

    /** Plays the run from its start to the end of the step. */
    void replay(Step step) {
        playback.toStart();
        play(step.playbackEnd().orElse(-1));
    }

    /** Plays the run with a solution, unless the goal is about its start. */
    void showSolution(Step.Reach reach) {
        if (reach.playbackEnd().isPresent()) {
            playback.toStart();
        } else {
            replay(reach);
        }
    }

    /** Plays the run, unless a live run has already ended: playing would start it anew. */
    private void play(int until) {
        playUntil = until;
        if (playback.isLive()
                && playback.lengthProperty().get() > 0
                && playback.completedProperty().get()
                        >= playback.lengthProperty().get()) {
            playback.seek(until < 0 ? playback.lengthProperty().get() : until);
        } else {
            playback.playingProperty().set(true);
        }
    }

    /** Ends the playback of a section; called several times a second. */
    void poll() {
        if (playUntil >= 0 && playback.positionProperty().get() >= playUntil) {
            playback.playingProperty().set(false);
            playback.seek(playUntil);
            playUntil = -1;
        }
    }

    /** Starts a live run anew because its settings have changed. */
    void restart() {
        if (playback.isLive()) {
            if (playback.completedProperty().get() > 0) {
                playback.startOver();
            }
            play(-1);
        }
    }

    int position() {
        return playback.positionProperty().get();
    }

    /** Leaves the playback as it was before the lesson. */
    void close() {
        playback.playingProperty().set(false);
        playback.speedProperty().set(speedBefore);
    }
}
