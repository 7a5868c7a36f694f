package hyperlab.cli;

import hyperlab.cli.io.CommandOutput;
import hyperlab.map.MapListener;
import hyperlab.map.MapSnapshot;

/**
 * Prints the progress of a map. On a terminal it is one line that is overwritten; otherwise a line for each tenth of
 * the pixels.
 */
final class MapProgress implements MapListener {
    private static final int LINES = 10;

    private final MapText text;
    private final CommandOutput console;
    private int printed;
    private boolean lineIsOpen;

    MapProgress(MapText text, CommandOutput console) {
        this.text = text;
        this.console = console;
    }

    @Override
    public synchronized void mapChanged(MapSnapshot snapshot) {
        MapSnapshot.Progress progress = snapshot.progress();
        if (console.isTerminal()) {
            lineIsOpen = true;
            console.overwriteLine(text.progress(progress));
            return;
        }
        int tenth = (int) ((long) LINES * progress.known() / progress.pixels());
        if (tenth > printed && tenth < LINES) {
            printed = tenth;
            console.printLine(text.progress(progress));
        }
    }

    /** Ends the overwritten line. */
    void end() {
        if (lineIsOpen) {
            console.printLine("");
        }
    }
}
