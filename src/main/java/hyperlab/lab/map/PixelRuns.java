package hyperlab.lab.map;

import hyperlab.ui.concurrent.LatestTask;
import hyperlab.ui.concurrent.TaskExecutor;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The runs of the two pixels that are compared, which are performed again to show their losses. FX thread only. */
final class PixelRuns {
    private final PixelRunner runner = new PixelRunner();
    private final LatestTask<PixelRunner.PixelRequest, PixelRun> pinnedTask;
    private final LatestTask<PixelRunner.PixelRequest, PixelRun> otherTask;
    private @Nullable PixelRun pinned;
    private @Nullable PixelRun other;
    private volatile boolean closed;

    /** @param changed called when a run has ended */
    PixelRuns(TaskExecutor workers, Executor fxExecutor, Runnable changed) {
        Executor pixelWorkers = work -> workers.run("pixel", work);
        pinnedTask = new LatestTask<>(pixelWorkers, fxExecutor, this::run, run -> {
            pinned = run;
            changed.run();
        });
        otherTask = new LatestTask<>(pixelWorkers, fxExecutor, this::run, run -> {
            other = run;
            changed.run();
        });
    }

    private @Nullable PixelRun run(PixelRunner.PixelRequest request) {
        return runner.run(request, () -> closed);
    }

    void requestPinned(PixelRunner.PixelRequest request) {
        pinnedTask.submit(request);
    }

    void requestOther(PixelRunner.PixelRequest request) {
        otherTask.submit(request);
    }

    /** The run of the pinned pixel; null while it is not known. */
    @Nullable
    PixelRun pinned(PixelSelection selection) {
        return current(pinned, selection.pinnedCell(), selection);
    }

    /** The run of the other pixel; null while it is not known. */
    @Nullable
    PixelRun other(PixelSelection selection) {
        return current(other, selection.otherCell(), selection);
    }

    /** A run, unless it is of another pixel. */
    private static @Nullable PixelRun current(@Nullable PixelRun run, MapCell cell, PixelSelection selection) {
        return run != null
                        && run.cell().equals(cell)
                        && run.x().equals(selection.x().text(cell.column()))
                        && run.y().equals(selection.y().text(cell.row()))
                ? run
                : null;
    }

    void close() {
        closed = true;
        pinnedTask.cancel();
        otherTask.cancel();
    }
}
