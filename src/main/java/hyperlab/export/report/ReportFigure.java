package hyperlab.export.report;

import hyperlab.chart.style.ChartTheme;
import hyperlab.export.Caption;
import hyperlab.export.EmbeddedMetadata;
import hyperlab.export.Figure;
import hyperlab.export.FigureFile;
import hyperlab.export.FigureFormat;
import hyperlab.export.FigureOptions;
import hyperlab.file.disk.AtomicFile;

/** The size of the figures in reports of text. */
final class ReportFigure {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 280;

    private ReportFigure() {}

    /** A chart as SVG, which carries the document and the runs. */
    static AtomicFile.ContentWriter draw(ReportBlock.Chart chart, EmbeddedMetadata metadata) {
        Figure figure = new Figure(chart.chart().chart(), WIDTH, HEIGHT, new Caption("", ChartTheme.LIGHT));
        return FigureFile.draw(figure, FigureOptions.defaultFor(FigureFormat.SVG), metadata);
    }
}
