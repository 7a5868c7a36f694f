package hyperlab.app.export;

import hyperlab.app.state.StateFile;
import hyperlab.file.disk.AtomicFile;
import hyperlab.file.figure.FigureState;
import hyperlab.file.figure.FigureStateFormat;
import hyperlab.rule.InvalidInputException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The choices for the last figure, which are those offered for the next one, also in the next session. A caption
 * belongs to its chart and is offered for that chart only. A damaged file is kept, and the defaults are offered.
 */
final class FigureMemory {
    private static final System.Logger LOG = System.getLogger(FigureMemory.class.getName());
    private static final int MAX_BYTES = 1 << 16;

    private final Path path;
    private final Map<String, String> captions = new HashMap<>();
    private FigureState last;

    /** @param path the file that keeps the choices between sessions */
    FigureMemory(Path path) {
        this.path = path;
        last = new StateFile(path, MAX_BYTES)
                .read(text -> FigureStateFormat.parse(text, path.toString()))
                .orElse(FigureState.DEFAULT);
    }

    /** What to offer for a figure of this chart. */
    FigureState offer(String chart) {
        FigureState state = last;
        return new FigureState(
                chart,
                state.fileFormat(),
                state.position(),
                state.settings().withCaption(captions.getOrDefault(chart, "")));
    }

    /** Remembers the choices until the window closes. */
    void remember(FigureState state) {
        captions.put(state.chart(), state.settings().caption());
        last = state;
    }

    /** Remembers the choices for later sessions, too. */
    void keep(FigureState state) {
        remember(state);
        try {
            FigureState general =
                    new FigureState("", state.fileFormat(), -1, state.settings().withCaption(""));
            AtomicFile.write(path, FigureStateFormat.write(general));
        } catch (InvalidInputException e) {
            LOG.log(Level.WARNING, "The choices for figures cannot be kept: {0}", e.line());
        }
    }
}
