package hyperlab.app.export;

import hyperlab.chart.StageDrawable;
import hyperlab.export.Caption;
import hyperlab.export.EmbeddedMetadata;
import hyperlab.export.Figure;
import hyperlab.export.FigureFile;
import hyperlab.export.FigureFormat;
import hyperlab.export.FigureOptions;
import hyperlab.export.PngFigure;
import hyperlab.export.TrainingGif;
import hyperlab.export.caption.Captions;
import hyperlab.file.AtomicFile;
import hyperlab.file.runs.SavedRuns;
import hyperlab.lab.ComparesRuns;
import hyperlab.lab.Lab;
import hyperlab.lab.LabContext;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.Texts;
import hyperlab.ui.FilePicker;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.GifAvailability;
import hyperlab.ui.control.chart.GifSource;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Exports charts from the window. Each exported file embeds the document that produced it. FX thread only. */
public final class ChartExports {
    private static final int MIN_SIDE = 100;

    private final Supplier<Lab> currentLab;
    private final MetadataSource metadata;
    private final LabContext context;
    private final GifExportTask gifExport;

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

    public ChartExports(Supplier<Lab> currentLab, MetadataSource metadata, LabContext context) {
        this.currentLab = currentLab;
        this.metadata = metadata;
        this.context = context;
        gifExport = new GifExportTask(context);
    }

    /** The GIF export that is in progress. */
    public GifExportTask gifExport() {
        return gifExport;
    }

    /** Asks for a file and writes the card's chart to it. */
    public void export(ChartCard card, FigureOptions form) {
        String ending = form.format().fileExtension();
        context.files()
                .save(kind(form.format()), slug(card.getId()) + ending)
                .ifPresent(path -> write(card, form, withEnding(path, ending)));
    }

    /** Asks for a file and writes all charts on stage to it as one figure. */
    public void exportStage(FigureOptions form) {
        String ending = form.format().fileExtension();
        Lab lab = currentLab.get();
        context.files().save(kind(form.format()), lab.name().id() + ending).ifPresent(path -> {
            try {
                Path file = withEnding(path, ending);
                write(stageTitle(lab), file, context.appearance().atNormalSize(() -> stageContent(lab, form, file)));
            } catch (InvalidInputException error) {
                context.showError("shell.notExported", error);
            }
        });
    }

    private AtomicFile.ContentWriter stageContent(Lab lab, FigureOptions form, Path file) {
        List<ChartCard> cards = StageCharts.visibleCharts(lab);
        StageDrawable stage = StageCharts.picture(cards, context.appearance().chartTheme());
        String text = context.messages()
                .get(
                        "shell.caption.stage",
                        stageTitle(lab),
                        cards.stream().map(this::describe).distinct().collect(Collectors.joining(". ")));
        // If several charts compare runs, they all compare the same runs.
        ChartCard main = cards.stream()
                .filter(card -> !comparedRuns(lab, card).isEmpty())
                .findFirst()
                .orElse(cards.get(0));
        return FigureFile.draw(
                new Figure(stage, stage.width(), stage.height(), caption(text)),
                form,
                metadata.of(main, file));
    }

    /** The other runs that a chart shows; none in a lab that does not compare runs. */
    public static SavedRuns comparedRuns(Lab lab, ChartCard card) {
        return lab.feature(ComparesRuns.class)
                .map(comparing -> comparing.comparedRuns(card))
                .orElse(SavedRuns.NONE);
    }

    private String stageTitle(Lab lab) {
        return context.messages().get(lab.name().titleKey());
    }

    /** Asks for a file and starts making a GIF of the training run that the card's chart shows. */
    public void exportGif(ChartCard card) {
        if (gifExport.statusProperty().get().isRunning()) {
            context.notices()
                    .showError(context.messages()
                            .get("shell.film.busy", gifExport.titleProperty().get()));
        } else if (card.gifAvailability() instanceof GifAvailability.Available ready) {
            String ending = FigureFormat.GIF.fileExtension();
            context.files()
                    .save(kind(FigureFormat.GIF), slug(card.getId()) + ending)
                    .ifPresent(path -> exportGif(card, ready.film().get(), withEnding(path, ending)));
        }
    }

    private void exportGif(ChartCard card, GifSource film, Path path) {
        Texts texts = context.messages().texts();
        TrainingGif filming = context.appearance()
                .atNormalSize(() -> new TrainingGif(
                        width(card),
                        height(card),
                        TrainingGif.scaleFor(width(card), height(card)),
                        caption(texts.get(film.captionKey(), card.title(), describe(card))),
                        epoch -> film.frameText(epoch, texts),
                        metadata.of(card, path)));
        gifExport.export(card.title(), film, filming, path);
    }

    private static FilePicker.FileType kind(FigureFormat format) {
        return switch (format) {
            case PNG -> FilePicker.FileType.PICTURE;
            case SVG -> FilePicker.FileType.SVG;
            case PDF -> FilePicker.FileType.PDF;
            case GIF -> FilePicker.FileType.GIF;
        };
    }

    /** Copies the card's chart to the clipboard as an image. */
    public void copy(ChartCard card) {
        ClipboardContent content = new ClipboardContent();
        BufferedImage image =
                context.appearance().atNormalSize(() -> PngFigure.image(figure(card), FigureOptions.DEFAULT_SCALE));
        content.putImage(SwingFXUtils.toFXImage(image, null));
        Clipboard.getSystemClipboard().setContent(content);
        context.notices().showSuccess(context.messages().get("shell.copied", card.title()));
    }

    /** Asks for a file and writes the data that the card's chart shows to it. */
    public void exportData(ChartCard card) {
        String name = slug(card.getId()) + ".csv";
        context.files().save(FilePicker.FileType.TABLE, name).ifPresent(path -> {
            String data = card.data();
            write(card.title(), withEnding(path, ".csv"), out -> out.write(data.getBytes(StandardCharsets.UTF_8)));
        });
    }

    /**
     * Draws at normal size on this thread, which owns the chart; encoding and writing take longer and run on a worker.
     */
    private void write(ChartCard card, FigureOptions form, Path path) {
        AtomicFile.ContentWriter figure = context.appearance()
                .atNormalSize(
                        () -> FigureFile.draw(figure(card), form, metadata.of(card, path)));
        write(card.title(), path, figure);
    }

    private void write(String title, Path path, AtomicFile.ContentWriter content) {
        context.workers().run("export", () -> {
            try {
                AtomicFile.write(path, content);
                context.pulses().execute(() -> notifyExported(title, path));
            } catch (InvalidInputException error) {
                context.pulses().execute(() -> context.showError("shell.notExported", error));
            }
        });
    }

    private void notifyExported(String title, Path path) {
        context.notices().showSuccess(context.messages().get("shell.exported", title, path.toString()));
    }

    private Figure figure(ChartCard card) {
        String text = context.messages().get("shell.caption", card.title(), card.subtitle(), describe(card));
        return new Figure(card.chart(), width(card), height(card), caption(text));
    }

    private Caption caption(String text) {
        return new Caption(text, context.appearance().chartTheme());
    }

    /** Describes in words what produced the card's chart. */
    private String describe(ChartCard card) {
        Lab lab = currentLab.get();
        Texts texts = context.messages().texts();
        String description = Captions.of(lab.displayedDocument(card), texts);
        Optional<ComparesRuns> comparing = lab.feature(ComparesRuns.class);
        String changed = comparing.map(it -> it.settingChanges(card, texts)).orElse("");
        String others = comparing.map(it -> it.comparisonCaption(card, texts)).orElse("");
        String withChanges = changed.isEmpty() ? description : texts.get("shell.caption.changed", description, changed);
        return others.isEmpty() ? withChanges : texts.get("shell.caption.also", withChanges, others);
    }

    private static int width(ChartCard card) {
        return Math.max(MIN_SIDE, (int) Math.round(card.chartView().getWidth()));
    }

    private static int height(ChartCard card) {
        return Math.max(MIN_SIDE, (int) Math.round(card.chartView().getHeight()));
    }

    private static Path withEnding(Path path, String ending) {
        String name = Objects.toString(path.getFileName(), "");
        return name.toLowerCase(Locale.ROOT).endsWith(ending) ? path : path.resolveSibling(name + ending);
    }

    private static String slug(String id) {
        return Normalizer.normalize(id, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
    }
}
