package hyperlab.export;

import hyperlab.chart.style.ChartTheme;
import hyperlab.file.AtomicFile;

/** The size of the figures in reports of text. */
final class ReportFigure {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 280;

    private ReportFigure() {}

    /** A chart as SVG, which carries the document and the runs. */
    static AtomicFile.ContentWriter draw(ReportBlock.Chart chart, EmbeddedMetadata metadata) {
        synchronized (VectorRendering.DRAWING_LOCK) {
            return SvgFigure.draw(
                    new Figure(chart.chart().chart(), WIDTH, HEIGHT, new Caption("", ChartTheme.LIGHT)), metadata);
        }
    }
}
