package hyperlab.cli;

import hyperlab.cases.CaseScore;
import hyperlab.text.Texts;
import hyperlab.train.Study;
import java.util.List;

/** Prints the progress of a case: on a terminal one line that is overwritten, otherwise a line for each tenth. */
final class CaseProgress implements Study.Listener<CaseScore> {
    private static final int LINES = 10;
    private static final long NANOS_BETWEEN = 200_000_000L;

    private final Console console;
    private final Texts texts;
    private final int runs;
    private final boolean terminal;
    private List<CaseScore> found = List.of();
    private int told;
    private long last;
    private boolean shown;

    /** @param runs the total number of training runs */
    CaseProgress(Console console, Texts texts, int runs) {
        this.console = console;
        this.texts = texts;
        this.runs = runs;
        this.terminal = console.isTerminal();
    }

    @Override
    public void found(List<CaseScore> results, double share) {
        found = results;
        String line = texts.get(
                "command.case.progress",
                Integer.toString(results.size()),
                Integer.toString(runs),
                Integer.toString((int) Math.floor(100 * share)));
        if (terminal) {
            if (System.nanoTime() - last >= NANOS_BETWEEN || share == 1) {
                last = System.nanoTime();
                shown = true;
                console.over(line);
            }
        } else if ((int) (share * LINES) > told) {
            told = (int) (share * LINES);
            console.line(line);
        }
    }

    /** Ends the overwritten line. */
    void end() {
        if (shown) {
            console.line("");
        }
    }

    /** All results so far. */
    List<CaseScore> found() {
        return found;
    }
}
