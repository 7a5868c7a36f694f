package hyperlab.app.export;

import hyperlab.export.EmbeddedMetadata;
import hyperlab.ui.control.chart.ChartCard;
import java.nio.file.Path;

/** What to embed in the picture of a chart on stage. */
@FunctionalInterface
public interface MetadataSource {
    /**
     * What produced a chart.
     *
     * @param path the picture's file, to whose folder paths are relative
     */
    EmbeddedMetadata of(ChartCard card, Path path);
}
