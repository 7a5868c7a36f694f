package hyperlab.cli.io;

import hyperlab.chart.PlotChart;
import hyperlab.chart.style.ChartTheme;
import hyperlab.export.Caption;
import hyperlab.export.ChartCsv;
import hyperlab.export.EmbeddedMetadata;
import hyperlab.export.Figure;
import hyperlab.export.FigureFile;
import hyperlab.export.FigureFormat;
import hyperlab.export.FigureOptions;
import hyperlab.export.FrameRenderer;
import hyperlab.export.TrainingGif;
import hyperlab.export.caption.Captions;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.disk.AtomicFile;
import hyperlab.file.figure.FigureSettings;
import hyperlab.file.figure.FigureState;
import hyperlab.file.figure.FigureStateFormat;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/** Writes a command's charts: one file per format, each with a caption and its embedded source document. */
public final class ChartFileWriter {
    public static final String FOLDER = "charts";
    static final int HEIGHT = 500;

    private static final int WIDTH = 900;
    private static final String CSV = "csv";
    private static final String CSV_EXTENSION = "." + CSV;
    private static final List<String> FORMATS = Stream.concat(
                    Stream.of(FigureFormat.values()).map(FigureFormat::id), Stream.of(CSV))
            .toList();
    private static final String FORMAT_OPTION = "--format";
    private static final String GIF = FigureFormat.GIF.id();

    private static final Document EMPTY_DOCUMENT = new Document.OfExperiment(Experiment.DEFAULT);

    private final Set<FigureFormat> formats;
    private final boolean writesData;
    private final Texts texts;
    private final @Nullable FigureSettings settings;

    private ChartFileWriter(
            Collection<FigureFormat> formats, boolean writesData, Texts texts, @Nullable FigureSettings settings) {
        this.formats = EnumSet.noneOf(FigureFormat.class);
        this.formats.addAll(formats);
        this.writesData = writesData;
        this.texts = texts;
        this.settings = settings;
    }

    /** Returns a writer that lays out the charts with these settings; null for the usual size. */
    ChartFileWriter laidOut(@Nullable FigureSettings newSettings) {
        return new ChartFileWriter(formats, writesData, texts, newSettings);
    }

    /** Parses {@code --format}. GIF is not allowed, because only training has epochs to animate. */
    static ChartFileWriter of(String list, Texts texts) {
        if (Stream.of(list.split(",", -1)).map(String::strip).anyMatch(GIF::equals)) {
            throw new InvalidInputException(FORMAT_OPTION, Rule.GIF_NEEDS_TRAINING, GIF);
        }
        return parseFormats(
                list, FORMATS.stream().filter(format -> !GIF.equals(format)).toList(), texts);
    }

    /** Parses {@code --format} for training, where GIF is allowed. */
    static ChartFileWriter ofTraining(String list, Texts texts) {
        return parseFormats(list, FORMATS, texts);
    }

    private static ChartFileWriter parseFormats(String list, List<String> known, Texts texts) {
        List<String> names = ComponentParser.parseList(FORMAT_OPTION, list, known);
        return new ChartFileWriter(
                Stream.of(FigureFormat.values())
                        .filter(format -> names.contains(format.id()))
                        .toList(),
                names.contains(CSV),
                texts,
                null);
    }

    /** PNG only. */
    public static ChartFileWriter png(Texts texts) {
        return new ChartFileWriter(List.of(FigureFormat.PNG), false, texts, null);
    }

    /** Whether GIFs are requested. */
    public boolean hasGif() {
        return formats.contains(FigureFormat.GIF);
    }

    /**
     * Checks that a chart's files can be written.
     *
     * @throws InvalidInputException if one of them cannot be written
     */
    public void requireWritable(Path folder, String name) {
        formats.forEach(format -> AtomicFile.checkWritable(folder.resolve(name + format.fileExtension())));
        if (writesData) {
            AtomicFile.checkWritable(folder.resolve(name + CSV_EXTENSION));
        }
    }

    /**
     * Draws a chart and discards it. This initializes AWT and ImageIO, which cannot be initialized once a shutdown by
     * Ctrl-C has begun.
     */
    public void warmUp(JFreeChart chart) {
        ImageIO.setUseCache(false);
        for (FigureFormat format : formats) {
            try {
                FigureFile.draw(
                                new Figure(chart, WIDTH, HEIGHT, null),
                                FigureOptions.defaultFor(format),
                                EMPTY_DOCUMENT)
                        .writeTo(new ByteArrayOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Writes a chart in the default size and the light theme, and deletes its files in formats that are not requested.
     *
     * @param document the source document, with paths relative to {@code folder}
     */
    public void write(Path folder, String name, PlotChart<?> chart, Document document) throws IOException {
        write(folder, name, chart, HEIGHT, document);
    }

    /**
     * Writes a chart with the given height in pixels; with a chosen width, the height keeps its share of the usual
     * width.
     */
    public void write(Path folder, String name, PlotChart<?> chart, int height, Document document) throws IOException {
        for (FigureFormat format : FigureFormat.values()) {
            Path file = folder.resolve(name + format.fileExtension());
            if (!formats.contains(format)) {
                Files.deleteIfExists(file);
            } else if (format != FigureFormat.GIF) {
                writeFigure(file, name, format, chart, height, document);
            }
        }
        Path data = folder.resolve(name + CSV_EXTENSION);
        if (writesData) {
            AtomicFile.write(data, ChartCsv.text(chart.table()));
        } else {
            Files.deleteIfExists(data);
        }
    }

    private void writeFigure(
            Path file, String name, FigureFormat format, PlotChart<?> chart, int height, Document document) {
        FigureSettings chosen = settings;
        if (chosen == null) {
            Figure figure = new Figure(chart.chart(), WIDTH, height, caption(document));
            FigureFile.write(file, figure, FigureOptions.defaultFor(format), document);
            return;
        }
        if (!chosen.title()) {
            chart.setTitle("");
        }
        double aspect = (double) height / WIDTH;
        int width = chosen.logicalWidth();
        Figure figure = new Figure(
                chart.chart(), width, (int) Math.max(1, Math.round(aspect * width)), caption(chosen, document));
        FigureState state = new FigureState(name, format.id(), -1, chosen.withAspect(aspect));
        EmbeddedMetadata metadata =
                new EmbeddedMetadata(Documents.write(document)).withFigure(FigureStateFormat.write(state));
        AtomicFile.write(file, FigureFile.draw(figure, format, chosen, metadata));
    }

    private Caption caption(FigureSettings chosen, Document document) {
        List<String> parts = new ArrayList<>();
        if (!chosen.caption().isEmpty()) {
            parts.add(chosen.caption());
        }
        if (chosen.describesSettings()) {
            parts.add(Captions.of(document, texts));
        }
        return new Caption(Captions.sentences(parts), ChartTheme.LIGHT);
    }

    private Caption caption(Document document) {
        return new Caption(Captions.of(document, texts), ChartTheme.LIGHT);
    }

    /** The files of one chart; see {@link #write}. */
    public TrainingChartFile trainingChart(Path folder, String name, Document document) {
        return new TrainingChartFile(folder, name, document);
    }

    /** The files of a training chart: the final state and the animation. */
    public final class TrainingChartFile implements GifDestination {
        private final Path folder;
        private final String name;
        private final Document document;
        private @Nullable IntFunction<String> frameText;

        private TrainingChartFile(Path folder, String name, Document document) {
            this.folder = folder;
            this.name = name;
            this.document = document;
        }

        /** Replaces the text above each frame of a GIF. */
        public TrainingChartFile withFrameText(IntFunction<String> newText) {
            frameText = newText;
            return this;
        }

        public void write(PlotChart<?> chart) throws IOException {
            ChartFileWriter.this.write(folder, name, chart, document);
        }

        @Override
        public <P> void write(FrameRenderer<P> renderer, int[] epochs, TrainingGif.EpochDataSource<P> data)
                throws IOException {
            String last = Integer.toString(epochs[epochs.length - 1]);
            IntFunction<String> own = frameText;
            TrainingGif training = new TrainingGif(
                    WIDTH,
                    HEIGHT,
                    1,
                    caption(document),
                    own == null ? epoch -> texts.get("chart.epochOf", Integer.toString(epoch), last) : own,
                    new EmbeddedMetadata(Documents.write(document)));
            Optional<byte[]> gif = training.render(renderer, epochs, data, share -> {}, () -> false);
            Path file = folder.resolve(name + FigureFormat.GIF.fileExtension());
            if (gif.isPresent()) {
                AtomicFile.write(file, gif.get());
            } else {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Deletes the files of a chart from an earlier run. */
    public static void remove(Path folder, String name) throws IOException {
        for (FigureFormat format : FigureFormat.values()) {
            Files.deleteIfExists(folder.resolve(name + format.fileExtension()));
        }
        Files.deleteIfExists(folder.resolve(name + CSV_EXTENSION));
    }
}
