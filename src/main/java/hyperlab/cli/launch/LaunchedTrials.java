package hyperlab.cli.launch;

import hyperlab.cli.io.RunFailure;
import hyperlab.file.TrialFolder;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.IoReason;
import hyperlab.rule.Rule;
import hyperlab.text.Version;
import hyperlab.tune.Job;
import hyperlab.tune.JobResult;
import hyperlab.tune.TrialCurve;
import hyperlab.tune.TrialFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Trials that are trained by separate processes. Each process trains one trial from its start, as this program would. A
 * process that fails is started again. Each process has a folder of its own, so that one that was given up, or that
 * outlived a killed program, cannot disturb another. A result that was completed after the program was killed is used.
 */
public final class LaunchedTrials implements TrialFactory {
    /** The time before a failed process is started again. */
    private static final long PAUSE_MILLIS = 200;

    private final TrialFactory local;
    private final Path studyFolder;
    private final Launcher launcher;
    private final FailureListener listener;
    private final Set<Integer> lost = ConcurrentHashMap.newKeySet();
    private final AtomicInteger failures = new AtomicInteger();
    private final Map<List<Integer>, Delivery> delivered = new ConcurrentHashMap<>();
    private volatile boolean started;

    /** A result that has not been recorded yet: the folder that has it, and the curve of the trial. */
    private record Delivery(TrialFolder folder, TrialCurve curve) {}

    /** Receives each process that failed. */
    @FunctionalInterface
    public interface FailureListener {
        /**
         * Called on a worker thread, before the trial is started again, if it is.
         *
         * @param attempt the number of the process that failed, from 1
         */
        void processFailed(int trial, int attempt, InvalidInputException reason);
    }

    /** @param local the same trials, trained by this program */
    public LaunchedTrials(TrialFactory local, Path studyFolder, Launcher launcher, FailureListener listener) {
        this.local = local;
        this.studyFolder = studyFolder;
        this.launcher = launcher;
        this.listener = listener;
    }

    @Override
    public RunnableTrial create(int trial, Map<String, String> values) {
        return (epochs, epochListener, cancelled) -> train(new TrialFolder.Order(trial, epochs, values), cancelled);
    }

    /** Whether every process of the trial failed, although its settings are valid. */
    public boolean isLost(int trial) {
        return lost.contains(trial);
    }

    /** The number of lost trials. */
    public int lostCount() {
        return lost.size();
    }

    /** The number of processes that failed. */
    public int failureCount() {
        return failures.get();
    }

    /** The curve of a trial up to the end of a job that was not recorded yet; empty if there is none. */
    public TrialCurve curve(Job job) {
        Delivery delivery = delivered.get(key(job.trial(), job.epochs()));
        return delivery == null ? TrialCurve.EMPTY : delivery.curve();
    }

    /** Deletes the folder of the process that trained a job, because its result is recorded elsewhere. */
    public void recorded(Job job) {
        Delivery delivery = delivered.remove(key(job.trial(), job.epochs()));
        if (delivery != null) {
            delivery.folder().delete();
        }
    }

    private static List<Integer> key(int trial, int epochs) {
        return List.of(trial, epochs);
    }

    private @Nullable JobResult train(TrialFolder.Order order, BooleanSupplier cancelled) {
        JobResult known = earlierResult(order);
        if (known != null) {
            return known;
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(order, cancelled);
            } catch (InvalidInputException failure) {
                // Settings that this program cannot train either are not the process's fault.
                local.create(order.trial(), order.values());
                failures.incrementAndGet();
                listener.processFailed(order.trial(), attempt, failure);
                if (attempt > launcher.retries()) {
                    lost.add(order.trial());
                    throw failure;
                }
            }
        }
    }

    /** The result of a process of an earlier run of this program that was killed; null if there is none. */
    private @Nullable JobResult earlierResult(TrialFolder.Order order) {
        for (TrialFolder each : TrialFolder.find(studyFolder, order)) {
            try {
                if (each.hasResult() && each.order().equals(order)) {
                    return deliver(order, each, each.result(Version.text()));
                }
            } catch (InvalidInputException incomplete) {
                // The process ended before its result was complete; another folder may have one
            }
        }
        return null;
    }

    private @Nullable JobResult attempt(TrialFolder.Order order, BooleanSupplier cancelled) {
        TrialFolder folder = TrialFolder.create(studyFolder, order);
        try {
            Process process = start(folder);
            if (!launcher.await(process, folder, cancelled)) {
                folder.delete();
                return null;
            }
            return deliver(order, folder, result(folder));
        } catch (InvalidInputException failure) {
            pause(cancelled);
            if (cancelled.getAsBoolean()) {
                // Ctrl-C has reached the process too.
                folder.delete();
                return null;
            }
            // No later run of this program may use it.
            folder.deleteResult();
            throw failure;
        }
    }

    private JobResult deliver(TrialFolder.Order order, TrialFolder folder, TrialFolder.TrainedTrial trained) {
        delivered.put(key(order.trial(), order.epochs()), new Delivery(folder, trained.curve()));
        return trained.result();
    }

    private static TrialFolder.TrainedTrial result(TrialFolder folder) {
        if (!folder.hasResult()) {
            throw new InvalidInputException(folder.path().toString(), Rule.PROCESS_WITHOUT_RESULT);
        }
        return folder.result(Version.text());
    }

    /** If the launcher has never started, it never will: the study ends. Later, the machine may have been too busy. */
    private Process start(TrialFolder folder) {
        try {
            Process process = launcher.start(folder);
            started = true;
            return process;
        } catch (IOException e) {
            InvalidInputException failure = new InvalidInputException(
                            LauncherOptions.LAUNCHER,
                            Rule.LAUNCHER_NOT_STARTED,
                            launcher.command().get(0),
                            IoReason.of(e))
                    .withCause(e);
            if (!started) {
                folder.delete();
                throw new RunFailure(failure);
            }
            throw failure;
        }
    }

    private static void pause(BooleanSupplier cancelled) {
        try {
            if (!cancelled.getAsBoolean()) {
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
