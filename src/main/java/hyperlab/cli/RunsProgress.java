package hyperlab.cli;

import hyperlab.cli.io.CommandOutput;
import hyperlab.text.Texts;
import hyperlab.train.IncrementalStudy;
import java.util.List;

/**
 * Prints the progress of several training runs: on a terminal one line that is overwritten, otherwise a line for each
 * tenth.
 *
 * @param <R> the result of one run
 */
final class RunsProgress<R> implements IncrementalStudy.PartialResultsListener<R> {
    private static final int PROGRESS_LINES = 10;
    private static final long MIN_INTERVAL_NANOS = 200_000_000L;

    private final CommandOutput console;
    private final Texts texts;
    private final int runs;
    private final boolean terminal;
    private List<R> found = List.of();
    private int printedTenths;
    private long lastPrintNanos;
    private boolean lineIsOpen;

    /** @param runs the total number of training runs */
    RunsProgress(CommandOutput console, Texts texts, int runs) {
        this.console = console;
        this.texts = texts;
        this.runs = runs;
        this.terminal = console.isTerminal();
    }

    @Override
    public void resultsChanged(List<R> results, double share) {
        found = results;
        String line = texts.get(
                "command.case.progress",
                Integer.toString(results.size()),
                Integer.toString(runs),
                Integer.toString((int) Math.floor(100 * share)));
        if (terminal) {
            if (System.nanoTime() - lastPrintNanos >= MIN_INTERVAL_NANOS || share == 1) {
                lastPrintNanos = System.nanoTime();
                lineIsOpen = true;
                console.overwriteLine(line);
            }
        } else if ((int) (share * PROGRESS_LINES) > printedTenths) {
            printedTenths = (int) (share * PROGRESS_LINES);
            console.printLine(line);
        }
    }

    /** Ends the overwritten line. */
    void end() {
        if (lineIsOpen) {
            console.printLine("");
        }
    }

    /** All results so far. */
    List<R> found() {
        return found;
    }
}
