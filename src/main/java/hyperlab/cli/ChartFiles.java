package hyperlab.cli;

import hyperlab.chart.ChartTheme;
import hyperlab.export.Caption;
import hyperlab.export.Captions;
import hyperlab.export.Carried;
import hyperlab.export.Figure;
import hyperlab.export.FigureFile;
import hyperlab.export.FigureForm;
import hyperlab.export.FigureFormat;
import hyperlab.export.Filming;
import hyperlab.export.Reel;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.SafeFile;
import hyperlab.rule.Refusal;
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
import java.util.Optional;
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
    private static final String OPTION = "--format";
    private static final String FILM = FigureFormat.GIF.id();

    private static final Document NOTHING = new Document.OfExperiment(Experiment.DEFAULT);

    private final Set<FigureFormat> formats;
    private final Texts texts;

    ChartFiles(Collection<FigureFormat> formats, Texts texts) {
        this.formats = EnumSet.copyOf(formats);
        this.texts = texts;
    }

    /** In the formats that {@code --format} lists; GIF is for a training alone. */
    static ChartFiles of(String list, Texts texts) {
        if (Stream.of(list.split(",", -1)).map(String::strip).anyMatch(FILM::equals)) {
            throw new Refusal(OPTION, "takes " + FILM + " with train alone, whose epochs it goes through");
        }
        return listed(
                list, FORMATS.stream().filter(format -> !FILM.equals(format)).toList(), texts);
    }

    /** The same of a training, which GIF goes through. */
    static ChartFiles ofTraining(String list, Texts texts) {
        return listed(list, FORMATS, texts);
    }

    private static ChartFiles listed(String list, List<String> known, Texts texts) {
        List<String> names = NamedChoices.listed(OPTION, list, known);
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

    /** Whether there are to be GIFs. */
    boolean hasFilms() {
        return formats.contains(FigureFormat.GIF);
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
        Figure figure = new Figure(chart, WIDTH, height, caption(document));
        for (FigureFormat format : FigureFormat.values()) {
            Path file = folder.resolve(name + format.ending());
            if (!formats.contains(format)) {
                Files.deleteIfExists(file);
            } else if (format != FigureFormat.GIF) {
                FigureFile.write(file, figure, FigureForm.usual(format), document);
            }
        }
    }

    private Caption caption(Document document) {
        return new Caption(Captions.of(document, texts), ChartTheme.LIGHT);
    }

    /** The files of one chart: see {@link #write}. */
    One one(Path folder, String name, Document document) {
        return new One(folder, name, document);
    }

    /** Where a chart of a training goes, at its end and as it came there. */
    final class One implements FilmFile {
        private final Path folder;
        private final String name;
        private final Document document;

        private One(Path folder, String name, Document document) {
            this.folder = folder;
            this.name = name;
            this.document = document;
        }

        void write(JFreeChart chart) throws IOException {
            ChartFiles.this.write(folder, name, chart, document);
        }

        @Override
        public <P> void write(Reel<P> reel, int[] epochs, Filming.Epochs<P> pictures) throws IOException {
            String last = Integer.toString(epochs[epochs.length - 1]);
            Filming filming = new Filming(
                    WIDTH,
                    HEIGHT,
                    1,
                    caption(document),
                    epoch -> texts.get("chart.epochOf", Integer.toString(epoch), last),
                    new Carried(Documents.write(document)));
            Optional<byte[]> gif = filming.gif(reel, epochs, pictures, share -> {}, () -> false);
            Path file = folder.resolve(name + FigureFormat.GIF.ending());
            if (gif.isPresent()) {
                SafeFile.write(file, gif.get());
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
