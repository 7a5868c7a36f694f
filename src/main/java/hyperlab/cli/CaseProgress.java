package hyperlab.cli;

import hyperlab.cases.CaseScore;
import hyperlab.cli.io.CommandOutput;
import hyperlab.text.Texts;
import hyperlab.train.IncrementalStudy;
import java.util.List;

/** Prints the progress of a case: on a terminal one line that is overwritten, otherwise a line for each tenth. */
final class CaseProgress implements IncrementalStudy.PartialResultsListener<CaseScore> {
    private static final int PROGRESS_LINES = 10;
    private static final long MIN_INTERVAL_NANOS = 200_000_000L;

    private final CommandOutput console;
    private final Texts texts;
    private final int runs;
    private final boolean terminal;
    private List<CaseScore> found = List.of();
    private int printedTenths;
    private long lastPrintNanos;
    private boolean lineIsOpen;

    /** @param runs the total number of training runs */
    CaseProgress(CommandOutput console, Texts texts, int runs) {
        this.console = console;
        this.texts = texts;
        this.runs = runs;
        this.terminal = console.isTerminal();
    }

    @Override
    public void resultsChanged(List<CaseScore> results, double share) {
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
    List<CaseScore> found() {
        return found;
    }
}
