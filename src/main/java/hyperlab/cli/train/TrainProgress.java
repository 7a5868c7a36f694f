package hyperlab.cli.train;

import hyperlab.cli.io.CommandOutput;
import hyperlab.cli.io.DurationText;
import hyperlab.text.Texts;
import hyperlab.train.Training;
import hyperlab.train.TrainingOutcome;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Says what a training run is doing while it prints nothing else: on a terminal in one line that is overwritten each
 * second, otherwise in a line every half minute.
 */
final class TrainProgress implements AutoCloseable {
    private static final double TERMINAL_SILENCE = 2;
    private static final double SILENCE = 30;

    private final CommandOutput console;
    private final Texts texts;
    private final boolean terminal;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicLong steps = new AtomicLong();
    private volatile Supplier<String> line = () -> "";

    TrainProgress(CommandOutput console, Texts texts) {
        this.console = console;
        this.texts = texts;
        this.terminal = console.isTerminal();
        phase("command.train.preparing");
    }

    /** Starts to look once a second whether something must be said. */
    TrainProgress start() {
        Future<?> unused = timer.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
        return this;
    }

    private void tick() {
        if (terminal && console.silentSeconds() >= TERMINAL_SILENCE) {
            console.overwriteLine(line.get());
        } else if (!terminal && console.silentSeconds() >= SILENCE) {
            console.printLine(line.get());
        }
    }

    /** What is said now. */
    String line() {
        return line.get();
    }

    /** Says from now on what is done, and for how long. */
    void phase(String key) {
        long start = System.nanoTime();
        line = () -> texts.get(key, DurationText.of(secondsSince(start), texts));
    }

    /** Says from now on that the results are written; after a stop, also how to end without them. */
    void writing(TrainingOutcome outcome) {
        phase(outcome instanceof TrainingOutcome.Stopped ? "command.train.stopping" : "command.train.writing");
    }

    /** Says from now on how far the training is. */
    void training(int epochs, long stepsPerEpoch) {
        long start = System.nanoTime();
        steps.set(0);
        line = () -> line(steps.get(), epochs, stepsPerEpoch, secondsSince(start));
    }

    private String line(long done, int epochs, long stepsPerEpoch, double seconds) {
        // Between the last step of an epoch and the first one of the next, the epoch is evaluated.
        long epoch = Math.min(epochs, done == 0 ? 1 : (done - 1) / stepsPerEpoch + 1);
        long inEpoch = done - (epoch - 1) * stepsPerEpoch;
        String text = texts.get(
                "command.train.progress",
                Long.toString(epoch),
                Integer.toString(epochs),
                Long.toString(inEpoch),
                Long.toString(stepsPerEpoch));
        long all = epochs * stepsPerEpoch;
        return done == 0 || done >= all ? text : DurationText.withTimeLeft(text, seconds / done * (all - done), texts);
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** Counts the steps of a run while it asks whether it has been cancelled. */
    BooleanSupplier counting(Training run, BooleanSupplier cancelled) {
        return () -> {
            steps.lazySet(run.stepCount());
            return cancelled.getAsBoolean();
        };
    }

    @Override
    public void close() {
        timer.shutdownNow();
        console.clearLine();
    }
}
