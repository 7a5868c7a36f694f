package hyperlab.train;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Restores any epoch of a run, bit for bit, in bounded memory. While the snapshots fit into three quarters of the
 * memory, every epoch is kept; after that every second, fourth, … epoch. An epoch in between is restored by training
 * again from the nearest earlier snapshot, with every change applied at its original step. The epochs passed on the way
 * are kept in the last quarter of the memory, so that epochs near the last one visited are restored immediately or
 * after a few epochs of training.
 *
 * <p>Uses at most the given memory, unless four snapshots already exceed it. In addition, up to {@value #MAX_CHANGES}
 * changes are kept. If there are more, earlier epochs can no longer be restored. Thread-safe: the training thread adds
 * snapshots, and any thread may restore one.
 */
public final class SnapshotHistory {
    /**
     * Enough for each of the first 6,000 epochs of {@link Experiment#DEFAULT}, or for every eighth of 50,000 epochs.
     */
    public static final long DEFAULT_BYTES = 64L << 20;

    static final int MAX_CHANGES = 10_000;

    private final long maxBytes;
    private final SnapshotStore stored;
    private final SnapshotStore replayed;
    private final List<Change> changes = new ArrayList<>();
    private @Nullable Snapshot replayedFrom;
    private int newest;

    /** {@code experiment} applies from the step after {@code step} on. */
    private record Change(long step, Experiment experiment) {}

    private SnapshotHistory(long maxBytes) {
        this.maxBytes = maxBytes;
        stored = new SnapshotStore(maxBytes / 4 * 3);
        replayed = new SnapshotStore(maxBytes / 4);
    }

    /**
     * Takes a snapshot of {@code run} and follows the run from now on.
     *
     * @param maxBytes the maximum memory; see the class comment
     * @throws IllegalStateException unless the run {@link TrainingRun#isBetweenEpochs is between epochs}
     */
    public static SnapshotHistory of(TrainingRun run, long maxBytes) {
        SnapshotHistory snapshots = new SnapshotHistory(maxBytes);
        snapshots.follow(run);
        return snapshots;
    }

    /**
     * The snapshots of a run that branches off at an epoch {@link #restore restored} from these. They share the
     * snapshots of earlier epochs; from there on the branch has its own.
     *
     * @param branch the new run, before its first step and before any change
     */
    public SnapshotHistory branch(TrainingRun branch) {
        SnapshotHistory snapshots = new SnapshotHistory(maxBytes);
        synchronized (this) {
            stored.before(branch.epoch()).forEach(snapshots.stored::add);
            changes.stream().filter(change -> change.step < branch.stepCount()).forEach(snapshots.changes::add);
        }
        snapshots.follow(branch);
        return snapshots;
    }

    private void follow(TrainingRun run) {
        store(run.snapshot());
        run.setJournal(new Journal());
    }

    private final class Journal implements RunJournal {
        @Override
        public void changed(long step, Experiment experiment) {
            record(new Change(step, experiment));
        }

        @Override
        public void epochEnded(TrainingRun run) {
            if (shouldStore(run)) {
                store(run.snapshot());
            } else {
                epochReached(run.epoch());
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
        if (changes.size() > MAX_CHANGES) {
            changes.clear();
            stored.clear();
            replayed.clear();
        }
    }

    private synchronized boolean shouldStore(TrainingRun run) {
        return run.outcome() != null || stored.shouldStore(run.epoch());
    }

    private synchronized void store(Snapshot snapshot) {
        stored.add(snapshot);
        newest = snapshot.epoch();
    }

    private synchronized void epochReached(int epoch) {
        newest = epoch;
    }

    /** The earliest epoch that can be restored; {@link #newestEpoch()} + 1 if there is none. */
    public synchronized int firstEpoch() {
        Snapshot first = stored.first();
        return first == null ? newest + 1 : first.epoch();
    }

    /** The latest epoch that the run has finished. */
    public synchronized int newestEpoch() {
        return newest;
    }

    /** The memory in use, in bytes, without the changes. */
    public synchronized long bytes() {
        return stored.bytes() + replayed.bytes();
    }

    /**
     * Restores the run at the end of an epoch, with the settings it had then. The restored run is independent of the
     * original: it continues like the original, or differently if it is {@link TrainingRun#change changed}.
     *
     * @param epoch {@link #firstEpoch()} … {@link #newestEpoch()}
     * @param cancelled checked before every step that is repeated
     * @return empty if it was canceled
     * @throws IllegalArgumentException if the epoch cannot be restored
     */
    public Optional<TrainingRun> restore(int epoch, BooleanSupplier cancelled) {
        Snapshot from;
        List<Change> laterChanges;
        synchronized (this) {
            from = replayStart(epoch);
            laterChanges = changes.stream()
                    .filter(change -> change.step >= from.report().step())
                    .toList();
        }
        TrainingRun run = TrainingRun.resume(from);
        Iterator<Change> remainingChanges = laterChanges.iterator();
        Change next = remainingChanges.hasNext() ? remainingChanges.next() : null;
        while (run.epoch() < epoch) {
            if (cancelled.getAsBoolean()) {
                return Optional.empty();
            }
            while (next != null && next.step == run.stepCount()) {
                run.change(next.experiment);
                next = remainingChanges.hasNext() ? remainingChanges.next() : null;
            }
            if (run.step()) {
                storeReplayed(run);
            }
        }
        return Optional.of(run);
    }

    /** The number of epochs that must be trained again to restore an epoch. */
    synchronized int epochsToReplay(int epoch) {
        return epoch - nearest(epoch).epoch();
    }

    private synchronized Snapshot nearest(int epoch) {
        Snapshot before = stored.atOrBefore(epoch);
        if (before == null || epoch > newest) {
            throw new IllegalArgumentException(
                    "epoch must be from " + firstEpoch() + " to " + newestEpoch() + ", got " + epoch);
        }
        Snapshot nearer = replayed.atOrBefore(epoch);
        return nearer != null && nearer.epoch() > before.epoch() ? nearer : before;
    }

    /** Like {@link #nearest}, but first discards the epochs passed after another starting snapshot. */
    private Snapshot replayStart(int epoch) {
        Snapshot before = stored.atOrBefore(epoch);
        if (!Objects.equals(before, replayedFrom)) {
            replayedFrom = before;
            replayed.clear();
        }
        return nearest(epoch);
    }

    private synchronized void storeReplayed(TrainingRun run) {
        if (replayed.shouldStore(run.epoch())) {
            replayed.add(run.snapshot());
        }
    }
}
