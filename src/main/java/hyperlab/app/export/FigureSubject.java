package hyperlab.app.export;

import hyperlab.export.EmbeddedMetadata;
import hyperlab.export.Figure;
import hyperlab.file.figure.FigureSettings;
import java.nio.file.Path;
import java.util.function.Function;

/** What a figure can show: one chart, or all charts on stage. FX thread only. */
interface FigureSubject {
    /** The id of the chart's card; empty for all charts. */
    String chart();

    /** The suggested file name without its extension. */
    String fileName();

    String title();

    /** Height of the drawing as a multiple of its width, as on the stage. */
    double aspect();

    /** Whether the arrangement stays as on the stage, so that the text gets smaller together with everything else. */
    boolean hasFixedLayout();

    /** What the marks of findings mean; empty if there are none. */
    String findings();

    /** The position of the play head in words; empty if there is none. */
    String playHead();

    /** Returns what {@code use} makes of the figure, which is only valid during the call. Nothing changes on screen. */
    <T> T draw(FigureSettings settings, Function<Figure, T> use);

    /** What produced the subject, for the figure's file. */
    EmbeddedMetadata metadata(Path path);

    /**
     * The chosen height as a multiple of the width; without a choice, that on the stage within the limits of figures.
     */
    static double chosenAspect(FigureSettings settings, double onStage) {
        return settings.aspect() == 0
                ? Math.max(FigureSettings.MIN_ASPECT, Math.min(FigureSettings.MAX_ASPECT, onStage))
                : settings.aspect();
    }
}
