package hyperlab.cli;

import hyperlab.cli.io.CommandOutput;
import hyperlab.map.MapSnapshot;
import hyperlab.map.MapZoom;
import hyperlab.map.PixelOutcome;
import hyperlab.text.Texts;

/**
 * Prints how many frames of a zoom are computed. On a terminal it is one line that is overwritten; otherwise a line for
 * each frame.
 */
final class ZoomProgress {
    private final MapZoom zoom;
    private final Texts texts;
    private final CommandOutput console;
    private int computed;
    private boolean lineIsOpen;

    ZoomProgress(MapZoom zoom, Texts texts, CommandOutput console) {
        this.zoom = zoom;
        this.texts = texts;
        this.console = console;
    }

    /** Counts a frame; says so if the last frame of the zoom has no boundary. */
    void frameComputed(MapSnapshot frame) {
        computed++;
        if (frame.map().equals(zoom.part()) && !hasBoundary(frame)) {
            end();
            console.printLine(texts.get("command.map.zoom.noBoundary"));
        }
        String line = texts.get("command.map.zoom.frames", Integer.toString(computed), Integer.toString(zoom.frames()));
        if (console.isTerminal()) {
            lineIsOpen = true;
            console.overwriteLine(line);
        } else {
            console.printLine(line);
        }
    }

    /** Ends the overwritten line. */
    void end() {
        if (lineIsOpen) {
            lineIsOpen = false;
            console.printLine("");
        }
    }

    private static boolean hasBoundary(MapSnapshot frame) {
        boolean diverged = false;
        boolean stayed = false;
        for (int index = 0; index < frame.rows() * frame.columns(); index++) {
            PixelOutcome outcome = frame.outcome(index);
            diverged |= outcome == PixelOutcome.DIVERGED;
            stayed |= outcome == PixelOutcome.CONVERGED || outcome == PixelOutcome.OSCILLATING;
        }
        return diverged && stayed;
    }
}
