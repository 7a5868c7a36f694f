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
import hyperlab.export.report.RunReport;
import hyperlab.file.Documents;
import hyperlab.file.disk.AtomicFile;
import hyperlab.file.figure.FigureSettings;
import hyperlab.file.figure.FigureState;
import hyperlab.file.figure.FigureStateFormat;
import hyperlab.lab.Lab;
import hyperlab.lab.LabContext;
import hyperlab.lab.ReportsRuns;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.Texts;
import hyperlab.ui.FilePicker;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.GifAvailability;
import hyperlab.ui.control.chart.GifSource;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Exports charts from the window. Each exported file embeds the document that produced it. FX thread only. */
public final class ChartExports {
    private final Supplier<Lab> currentLab;
    private final MetadataSource metadata;
    private final LabContext context;
    private final ExportFiles files;
    private final FigureCaptions captions;
    private final GifExportTask gifExport;
    private final FigureMemory figures;
    private final FigureDialog dialog;
    private @Nullable FigureSubject subject;

    public ChartExports(Supplier<Lab> currentLab, MetadataSource metadata, LabContext context, Path figureFile) {
        this.currentLab = currentLab;
        this.metadata = metadata;
        this.context = context;
        files = new ExportFiles(context);
        captions = new FigureCaptions(currentLab, context);
        gifExport = new GifExportTask(context);
        figures = new FigureMemory(figureFile);
        dialog = new FigureDialog(context, this::exportFigure);
    }

    /** What a figure of this chart shows, in the layout of the next figure. */
    private EmbeddedMetadata withState(EmbeddedMetadata embedded, String chart, FigureFormat format) {
        FigureState next = figures.offer(chart);
        return embedded.withFigure(
                FigureStateFormat.write(new FigureState(chart, format.id(), playHeadPosition(), next.settings())));
    }

    private int playHeadPosition() {
        return currentLab.get().parts().playback().positionProperty().get();
    }

    /** Remembers how an opened figure was laid out, for the next one. */
    public void remember(FigureState state) {
        figures.remember(state);
    }

    /** Asks how a figure of the card's chart is to be laid out, and exports it. */
    public void composeFigure(ChartCard card) {
        compose(cardSubject(card));
    }

    /** The same for all charts on stage. */
    public void composeStageFigure() {
        compose(stageSubject());
    }

    private CardSubject cardSubject(ChartCard card) {
        return new CardSubject(card, captions, context, metadata);
    }

    private StageSubject stageSubject() {
        return new StageSubject(currentLab.get(), captions, context, metadata);
    }

    private void compose(FigureSubject newSubject) {
        subject = newSubject;
        dialog.open(newSubject, figures.offer(newSubject.chart()), window());
    }

    private @Nullable Window window() {
        Scene scene = currentLab.get().parts().stage().getScene();
        return scene == null ? null : scene.getWindow();
    }

    private void exportFigure(FigureState chosen) {
        FigureSubject exported = subject;
        if (exported == null) {
            return;
        }
        figures.keep(chosen);
        FigureFormat format = FigureFormat.valueOf(chosen.fileFormat().toUpperCase(Locale.ROOT));
        files.choose(format, exported.fileName(), path -> {
            FigureSettings settings = chosen.settings();
            FigureState drawn = new FigureState(
                    chosen.chart(),
                    chosen.fileFormat(),
                    playHeadPosition(),
                    settings.withAspect(
                            exported.hasFixedLayout() ? 0 : FigureSubject.chosenAspect(settings, exported.aspect())));
            try {
                EmbeddedMetadata embedded = exported.metadata(path).withFigure(FigureStateFormat.write(drawn));
                files.write(
                        exported.title(),
                        path,
                        exported.draw(settings, figure -> FigureFile.draw(figure, format, settings, embedded)));
            } catch (InvalidInputException error) {
                context.showError(ExportFiles.FAILED, error);
            }
        });
    }

    /** The GIF export that is in progress. */
    public GifExportTask gifExport() {
        return gifExport;
    }

    /** Asks for a file and writes the card's chart to it. */
    public void export(ChartCard card, FigureOptions form) {
        files.choose(form.format(), ExportFiles.slug(card.getId()), path -> {
            // This thread owns the chart, so it draws.
            AtomicFile.ContentWriter figure = context.appearance()
                    .atNormalSize(() -> FigureFile.draw(
                            figure(card), form, withState(metadata.of(card, path), card.getId(), form.format())));
            files.write(card.title(), path, figure);
        });
    }

    /** Asks for a file and writes all charts on stage to it as one figure. */
    public void exportStage(FigureOptions form) {
        Lab lab = currentLab.get();
        files.choose(form.format(), lab.name().id(), path -> {
            try {
                files.write(
                        captions.stageTitle(lab),
                        path,
                        context.appearance().atNormalSize(() -> stageContent(form, path)));
            } catch (InvalidInputException error) {
                context.showError(ExportFiles.FAILED, error);
            }
        });
    }

    private AtomicFile.ContentWriter stageContent(FigureOptions form, Path file) {
        StageSubject stage = stageSubject();
        StageDrawable drawn =
                StageCharts.picture(stage.cards(), context.appearance().chartTheme());
        return FigureFile.draw(
                new Figure(drawn, drawn.width(), drawn.height(), caption(captions.ofStage(stage))),
                form,
                withState(stage.metadata(file), "", form.format()));
    }

    /** Whether the lab on stage has runs to report. */
    public boolean canReport() {
        return !reportedRuns().isEmpty();
    }

    private List<RunReport.ReportedRun> reportedRuns() {
        Lab lab = currentLab.get();
        return lab.feature(ReportsRuns.class)
                .map(it -> it.reportedRuns(context.messages().texts()))
                .orElse(List.of());
    }

    /** Asks for a file and writes a report of the runs on stage to it. */
    public void exportReport() {
        List<RunReport.ReportedRun> runs = reportedRuns();
        Lab lab = currentLab.get();
        int hidden = lab.feature(ReportsRuns.class).map(ReportsRuns::hiddenRuns).orElse(0);
        files.chooseReport(lab.name().id() + "-report", path -> {
            Texts texts = context.messages().texts();
            EmbeddedMetadata embedded = metadata.of(lab.charts().get(0), path);
            files.writeAll(
                    context.messages().get("shell.report"),
                    path,
                    () -> RunReport.write(
                            path, "", Documents.parse(embedded.document(), path.toString()), runs, hidden, texts));
        });
    }

    /** Asks for a file and starts making a GIF of what the card's chart plays. */
    public void exportGif(ChartCard card) {
        if (gifExport.statusProperty().get().isRunning()) {
            context.notices()
                    .showError(context.messages()
                            .get("shell.film.busy", gifExport.titleProperty().get()));
        } else if (card.gifAvailability() instanceof GifAvailability.Available ready) {
            files.choose(
                    FigureFormat.GIF,
                    ExportFiles.slug(card.getId()),
                    path -> exportGif(card, ready.source().get(), path));
        }
    }

    private void exportGif(ChartCard card, GifSource source, Path path) {
        Texts texts = context.messages().texts();
        TrainingGif gif = context.appearance().atNormalSize(() -> {
            int width = CardSubject.width(card);
            int height = CardSubject.height(card);
            return new TrainingGif(
                    width,
                    height,
                    TrainingGif.scaleFor(width, height),
                    caption(captions.ofGif(card, source, texts)),
                    epoch -> source.frameText(epoch, texts),
                    withState(metadata.of(card, path), card.getId(), FigureFormat.GIF));
        });
        gifExport.export(card.title(), source, gif, path);
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

    /** Copies the card's formula to the clipboard as LaTeX. */
    public void copyLatex(ChartCard card, String latex) {
        ClipboardContent content = new ClipboardContent();
        content.putString(latex);
        Clipboard.getSystemClipboard().setContent(content);
        context.notices().showSuccess(context.messages().get("shell.latexCopied", card.title()));
    }

    /** Asks for a file and writes the data that the card's chart shows to it. */
    public void exportData(ChartCard card) {
        files.choose(FilePicker.FileType.TABLE, ExportFiles.slug(card.getId()), ".csv", path -> {
            String data = card.data();
            files.write(card.title(), path, out -> out.write(data.getBytes(StandardCharsets.UTF_8)));
        });
    }

    private Figure figure(ChartCard card) {
        return new Figure(
                card.chart(), CardSubject.width(card), CardSubject.height(card), caption(captions.ofChart(card)));
    }

    private Caption caption(String text) {
        return new Caption(text, context.appearance().chartTheme());
    }
}
