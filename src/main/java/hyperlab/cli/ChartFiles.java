package hyperlab.cli;

import hyperlab.chart.ChartTheme;
import hyperlab.export.Caption;
import hyperlab.export.Captions;
import hyperlab.export.Figure;
import hyperlab.export.FigureFile;
import hyperlab.export.FigureForm;
import hyperlab.export.FigureFormat;
import hyperlab.file.Document;
import hyperlab.file.SafeFile;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;

/** The files that a command leaves of its charts: one a format, each with a caption and with what made it inside. */
final class ChartFiles {
    static final String FOLDER = "charts";
    static final int HEIGHT = 500;

    private static final int WIDTH = 900;
    private static final List<String> FORMATS =
            Stream.of(FigureFormat.values()).map(FigureFormat::id).toList();

    private static final Document NOTHING = new Document.OfExperiment(Experiment.DEFAULT);

    private final Set<FigureFormat> formats;
    private final Texts texts;

    ChartFiles(Collection<FigureFormat> formats, Texts texts) {
        this.formats = EnumSet.copyOf(formats);
        this.texts = texts;
    }

    /** In the formats that {@code --format} lists. */
    static ChartFiles of(String list, Texts texts) {
        List<String> names = NamedChoices.listed("--format", list, FORMATS);
        return new ChartFiles(
                Stream.of(FigureFormat.values())
                        .filter(format -> names.contains(format.id()))
                        .toList(),
                texts);
    }

    /** As PNG alone. */
    static ChartFiles png(Texts texts) {
        return new ChartFiles(List.of(FigureFormat.PNG), texts);
    }

    /** Refuses a folder that cannot hold the files of a chart. */
    void refuseUnwritable(Path folder, String name) {
        formats.forEach(format -> SafeFile.refuseUnwritable(folder.resolve(name + format.ending())));
    }

    /** Draws a chart for nobody: starts all that refuses to start once Ctrl-C has come, as AWT and ImageIO's cache do. */
    void prepare(JFreeChart chart) {
        ImageIO.setUseCache(false);
        for (FigureFormat format : formats) {
            try {
                FigureFile.draw(new Figure(chart, WIDTH, HEIGHT, null), FigureForm.usual(format), NOTHING)
                        .writeTo(new ByteArrayOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Writes a chart of the usual size, in the light theme, and takes away what an earlier run left of it in other formats.
     *
     * @param document what made it, with its paths as they must be in that folder
     */
    void write(Path folder, String name, JFreeChart chart, Document document) throws IOException {
        write(folder, name, chart, HEIGHT, document);
    }

    /** The same with a height of one's own. */
    void write(Path folder, String name, JFreeChart chart, int height, Document document) throws IOException {
        Caption caption = new Caption(Captions.of(document, texts), ChartTheme.LIGHT);
        Figure figure = new Figure(chart, WIDTH, height, caption);
        for (FigureFormat format : FigureFormat.values()) {
            Path file = folder.resolve(name + format.ending());
            if (formats.contains(format)) {
                FigureFile.write(file, figure, FigureForm.usual(format), document);
            } else {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Takes away what an earlier run left of a chart. */
    static void remove(Path folder, String name) throws IOException {
        for (FigureFormat format : FigureFormat.values()) {
            Files.deleteIfExists(folder.resolve(name + format.ending()));
        }
    }
}
