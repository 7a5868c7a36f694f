package hyperlab.train;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings any epoch of a run back, bit for bit, in bounded memory. Of the epochs that the run ends, every one is kept
 * while they fit into three quarters of the memory, then every second, fourth, …; one in between is trained again from
 * the nearest before it, with every change made at the step at which it was made. What is passed on the way fills the
 * last quarter, so that the neighbours of an epoch just visited come at once or from nearby.
 *
 * <p>Takes at most the given memory, unless four snapshots already take more; the changes beside them are at most
 * {@value #MOST_CHANGES}, and if there are ever more, the epochs before can no longer be returned to. Any thread: the
 * run's own adds to it, whoever looks back asks.
 */
public final class Snapshots {
    /** Keeps each of the first 6,000 epochs of {@link Experiment#DEFAULT}, and every eighth of 50,000. */
    public static final long DEFAULT_BYTES = 64L << 20;

    static final int MOST_CHANGES = 10_000;

    private final long mostBytes;
    private final KeptSnapshots kept;
    private final KeptSnapshots passed;
    private final List<Change> changes = new ArrayList<>();
    private @Nullable Snapshot passedFrom;
    private int newest;

    /** From the step after {@code step} on, {@code experiment} holds. */
    private record Change(long step, Experiment experiment) {}

    private Snapshots(long mostBytes) {
        this.mostBytes = mostBytes;
        kept = new KeptSnapshots(mostBytes / 4 * 3);
        passed = new KeptSnapshots(mostBytes / 4);
    }

    /**
     * Keeps where {@code run} stands and follows it from now on.
     *
     * @param mostBytes see above
     * @throws IllegalStateException unless the run {@link TrainingRun#isBetweenEpochs is between epochs}
     */
    public static Snapshots of(TrainingRun run, long mostBytes) {
        Snapshots snapshots = new Snapshots(mostBytes);
        snapshots.follow(run);
        return snapshots;
    }

    /**
     * The snapshots of a run that goes on from where this one was {@link #returnTo returned to}: those of the epochs
     * before, which both share, and from there on its own.
     *
     * @param branch before its first step and before it is changed
     */
    public Snapshots branch(TrainingRun branch) {
        Snapshots snapshots = new Snapshots(mostBytes);
        synchronized (this) {
            kept.before(branch.epoch()).forEach(snapshots.kept::add);
            changes.stream().filter(change -> change.step < branch.stepCount()).forEach(snapshots.changes::add);
        }
        snapshots.follow(branch);
        return snapshots;
    }

    private void follow(TrainingRun run) {
        keep(run.snapshot());
        run.journal(new Journal());
    }

    private final class Journal implements RunJournal {
        @Override
        public void changed(long step, Experiment experiment) {
            record(new Change(step, experiment));
        }

        @Override
        public void epochEnded(TrainingRun run) {
            if (wants(run)) {
                keep(run.snapshot());
            } else {
                reached(run.epoch());
            }
        }
    }

    private synchronized void record(Change change) {
        int last = changes.size() - 1;
        if (last >= 0 && changes.get(last).step == change.step) {
            changes.set(last, change);
            return;
        }
        changes.add(change);
        if (changes.size() > MOST_CHANGES) {
            changes.clear();
            kept.clear();
            passed.clear();
        }
    }

    private synchronized boolean wants(TrainingRun run) {
        return run.outcome() != null || kept.wants(run.epoch());
    }

    private synchronized void keep(Snapshot snapshot) {
        kept.add(snapshot);
        newest = snapshot.epoch();
    }

    private synchronized void reached(int epoch) {
        newest = epoch;
    }

    /** The earliest epoch that can be returned to; one after {@link #newestEpoch()} where there is none. */
    public synchronized int firstEpoch() {
        Snapshot first = kept.first();
        return first == null ? newest + 1 : first.epoch();
    }

    /** The latest epoch that the run has ended. */
    public synchronized int newestEpoch() {
        return newest;
    }

    /** The memory that is taken at present, but for the changes. */
    public synchronized long bytes() {
        return kept.bytes() + passed.bytes();
    }

    /**
     * A run that stands where the run stood at an epoch's end, with the settings that it had in that epoch. It goes its
     * own way from there: as the first did, or {@link TrainingRun#change changed}.
     *
     * @param epoch {@link #firstEpoch()} … {@link #newestEpoch()}
     * @param cancelled asked after every step that has to be made again
     * @return empty where it was cancelled
     */
    public Optional<TrainingRun> returnTo(int epoch, BooleanSupplier cancelled) {
        Snapshot from;
        List<Change> later;
        synchronized (this) {
            from = start(epoch);
            later = changes.stream()
                    .filter(change -> change.step >= from.report().step())
                    .toList();
        }
        TrainingRun run = TrainingRun.resume(from);
        Iterator<Change> coming = later.iterator();
        Change next = coming.hasNext() ? coming.next() : null;
        while (run.epoch() < epoch) {
            if (cancelled.getAsBoolean()) {
                return Optional.empty();
            }
            while (next != null && next.step == run.stepCount()) {
                run.change(next.experiment);
                next = coming.hasNext() ? coming.next() : null;
            }
            if (run.step()) {
                pass(run);
            }
        }
        return Optional.of(run);
    }

    /** How many epochs must be trained again to return to one. */
    synchronized int trainedAgain(int epoch) {
        return epoch - nearest(epoch).epoch();
    }

    private synchronized Snapshot nearest(int epoch) {
        Snapshot before = kept.atOrBefore(epoch);
        if (before == null || epoch > newest) {
            throw new IllegalArgumentException(
                    "epoch must be from " + firstEpoch() + " to " + newestEpoch() + ", got " + epoch);
        }
        Snapshot nearer = passed.atOrBefore(epoch);
        return nearer != null && nearer.epoch() > before.epoch() ? nearer : before;
    }

    /** The same, having let go of what was passed elsewhere. */
    private Snapshot start(int epoch) {
        Snapshot before = kept.atOrBefore(epoch);
        if (!Objects.equals(before, passedFrom)) {
            passedFrom = before;
            passed.clear();
        }
        return nearest(epoch);
    }

    private synchronized void pass(TrainingRun run) {
        if (passed.wants(run.epoch())) {
            passed.add(run.snapshot());
        }
    }
}
