package hyperlab.app.export;

import hyperlab.chart.PlotChart;
import hyperlab.chart.StageDrawable;
import hyperlab.chart.style.ChartTheme;
import hyperlab.export.Caption;
import hyperlab.export.EmbeddedMetadata;
import hyperlab.export.Figure;
import hyperlab.export.FigureFile;
import hyperlab.export.FigureFormat;
import hyperlab.export.FigureOptions;
import hyperlab.export.PngFigure;
import hyperlab.export.RunReport;
import hyperlab.export.TrainingGif;
import hyperlab.export.caption.Captions;
import hyperlab.file.AtomicFile;
import hyperlab.file.Documents;
import hyperlab.file.figure.FigureSettings;
import hyperlab.file.figure.FigureState;
import hyperlab.file.figure.FigureStateFormat;
import hyperlab.file.runs.SavedRuns;
import hyperlab.lab.ComparesRuns;
import hyperlab.lab.DescribesCharts;
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
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Exports charts from the window. Each exported file embeds the document that produced it. FX thread only. */
public final class ChartExports {
    private static final int MIN_SIDE = 100;

    private final Supplier<Lab> currentLab;
    private final MetadataSource metadata;
    private final LabContext context;
    private final GifExportTask gifExport;
    private final FigureMemory figures;
    private final FigureDialog dialog;
    private @Nullable FigureSubject subject;

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

    public ChartExports(Supplier<Lab> currentLab, MetadataSource metadata, LabContext context, Path figureFile) {
        this.currentLab = currentLab;
        this.metadata = metadata;
        this.context = context;
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
        compose(new CardSubject(card));
    }

    /** The same for all charts on stage. */
    public void composeStageFigure() {
        compose(new StageSubject(currentLab.get()));
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
        String ending = format.fileExtension();
        context.files().save(kind(format), exported.fileName() + ending).ifPresent(chosenPath -> {
            Path path = withEnding(chosenPath, ending);
            FigureSettings settings = chosen.settings();
            double aspect = settings.aspect() == 0 ? bounded(exported.aspect()) : settings.aspect();
            FigureState drawn = new FigureState(
                    chosen.chart(),
                    chosen.fileFormat(),
                    playHeadPosition(),
                    settings.withAspect(exported.hasFixedLayout() ? 0 : aspect));
            try {
                EmbeddedMetadata embedded = exported.metadata(path).withFigure(FigureStateFormat.write(drawn));
                write(
                        exported.title(),
                        path,
                        exported.draw(settings, figure -> FigureFile.draw(figure, format, settings, embedded)));
            } catch (InvalidInputException error) {
                context.showError("shell.notExported", error);
            }
        });
    }

    private static double bounded(double aspect) {
        return Math.max(FigureSettings.MIN_ASPECT, Math.min(FigureSettings.MAX_ASPECT, aspect));
    }

    /** The caption of a figure: the user's own words, what produced it, and what its marks mean. */
    private String captionText(FigureSettings settings, String automatic, FigureSubject shown) {
        List<String> parts = new ArrayList<>();
        if (!settings.caption().isEmpty()) {
            parts.add(settings.caption());
        }
        if (settings.describesSettings()) {
            parts.add(automatic);
        }
        parts.addAll(markTexts(settings.playHead() ? shown.playHead() : "", settings.marks() ? shown.findings() : ""));
        return Captions.sentences(parts);
    }

    private List<String> markTexts(String playHead, String findings) {
        List<String> parts = new ArrayList<>();
        if (!findings.isEmpty()) {
            parts.add(context.messages().get("shell.caption.findings", findings));
        }
        if (!playHead.isEmpty()) {
            parts.add(context.messages().get("shell.caption.playHead", playHead));
        }
        return parts;
    }

    private static ChartTheme theme(FigureSettings settings) {
        return settings.dark() ? ChartTheme.DARK : ChartTheme.LIGHT;
    }

    /** One chart as a figure. */
    private final class CardSubject implements FigureSubject {
        private final ChartCard card;

        CardSubject(ChartCard card) {
            this.card = card;
        }

        @Override
        public String chart() {
            return card.getId();
        }

        @Override
        public String fileName() {
            return slug(card.getId());
        }

        @Override
        public String title() {
            return card.title();
        }

        @Override
        public double aspect() {
            return (double) height(card) / width(card);
        }

        @Override
        public boolean hasFixedLayout() {
            return false;
        }

        @Override
        public String findings() {
            return card.findings();
        }

        @Override
        public String playHead() {
            PlotChart<?> plot = card.plot();
            return plot == null ? "" : plot.playHeadText();
        }

        @Override
        public <T> T draw(FigureSettings settings, Function<Figure, T> use) {
            return context.appearance().withChartTheme(theme(settings), () -> {
                int width = settings.logicalWidth();
                double aspect = settings.aspect() == 0 ? bounded(aspect()) : settings.aspect();
                int height = Math.max(MIN_SIDE, (int) Math.round(aspect * width));
                boolean named = !settings.title() && settings.caption().isEmpty();
                String automatic = named
                        ? context.messages().get("shell.caption", card.title(), card.subtitle(), describe(card))
                        : describe(card);
                Caption caption = new Caption(captionText(settings, automatic, this), theme(settings));
                Figure figure = new Figure(card.chart(), width, height, caption, settings.title() ? title() : "");
                return withMarks(List.of(card), settings.playHead(), settings.marks(), () -> use.apply(figure));
            });
        }

        @Override
        public EmbeddedMetadata metadata(Path path) {
            return metadata.of(card, path);
        }
    }

    /** All charts on stage as a figure. */
    private final class StageSubject implements FigureSubject {
        private final Lab lab;
        private final List<ChartCard> cards;

        StageSubject(Lab lab) {
            this.lab = lab;
            cards = StageCharts.visibleCharts(lab);
        }

        @Override
        public String chart() {
            return "";
        }

        @Override
        public String fileName() {
            return lab.name().id();
        }

        @Override
        public String title() {
            return stageTitle(lab);
        }

        @Override
        public double aspect() {
            return 1;
        }

        @Override
        public boolean hasFixedLayout() {
            return true;
        }

        @Override
        public String findings() {
            return cards.stream()
                    .map(ChartCard::findings)
                    .filter(text -> !text.isEmpty())
                    .distinct()
                    .collect(Collectors.joining("; "));
        }

        @Override
        public String playHead() {
            return cards.stream()
                    .map(card -> card.plot() == null ? "" : card.plot().playHeadText())
                    .filter(text -> !text.isEmpty())
                    .distinct()
                    .collect(Collectors.joining(", "));
        }

        @Override
        public <T> T draw(FigureSettings settings, Function<Figure, T> use) {
            return context.appearance().withChartTheme(theme(settings), () -> {
                StageDrawable stage = StageCharts.picture(cards, theme(settings));
                boolean named = !settings.title() && settings.caption().isEmpty();
                String automatic = named ? stageCaption(lab, cards) : descriptions(cards);
                Caption caption = new Caption(captionText(settings, automatic, this), theme(settings));
                Figure figure =
                        new Figure(stage, stage.width(), stage.height(), caption, settings.title() ? title() : "");
                return withMarks(cards, settings.playHead(), settings.marks(), () -> use.apply(figure));
            });
        }

        @Override
        public EmbeddedMetadata metadata(Path path) {
            return metadata.of(mainCard(lab, cards), path);
        }
    }

    /** Returns the result of {@code work}, run while the charts show these marks only. */
    private static <T> T withMarks(List<ChartCard> cards, boolean playHead, boolean findings, Supplier<T> work) {
        List<PlotChart<?>> plots = new ArrayList<>();
        for (ChartCard card : cards) {
            PlotChart<?> plot = card.plot();
            if (plot != null) {
                plots.add(plot);
            }
        }
        plots.forEach(plot -> plot.showMarks(playHead, findings));
        try {
            return work.get();
        } finally {
            plots.forEach(plot -> plot.showMarks(true, true));
        }
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
        StageSubject sheet = new StageSubject(lab);
        List<String> parts = new ArrayList<>(List.of(stageCaption(lab, cards)));
        parts.addAll(markTexts(sheet.playHead(), sheet.findings()));
        return FigureFile.draw(
                new Figure(stage, stage.width(), stage.height(), caption(Captions.sentences(parts))),
                form,
                withState(metadata.of(mainCard(lab, cards), file), "", form.format()));
    }

    private String stageCaption(Lab lab, List<ChartCard> cards) {
        return context.messages().get("shell.caption.stage", stageTitle(lab), descriptions(cards));
    }

    private String descriptions(List<ChartCard> cards) {
        List<String> all = cards.stream().map(this::describe).distinct().toList();
        // A chart that compares runs repeats the description of those that do not.
        return all.stream()
                .filter(text -> all.stream().noneMatch(other -> !other.equals(text) && other.startsWith(text)))
                .collect(Collectors.joining(". "));
    }

    /** If several charts compare runs, they all compare the same runs. */
    private static ChartCard mainCard(Lab lab, List<ChartCard> cards) {
        return cards.stream()
                .filter(card -> !comparedRuns(lab, card).isEmpty())
                .findFirst()
                .orElse(cards.get(0));
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
        String ending = FigureFormat.PDF.fileExtension();
        context.files()
                .save(FilePicker.FileType.PDF, lab.name().id() + "-report" + ending)
                .ifPresent(chosen -> {
                    Path path = withEnding(chosen, ending);
                    Texts texts = context.messages().texts();
                    EmbeddedMetadata embedded = metadata.of(lab.charts().get(0), path);
                    write(
                            context.messages().get("shell.report"),
                            path,
                            out -> RunReport.write(
                                    "",
                                    Documents.parse(embedded.document(), path.toString()),
                                    runs,
                                    hidden,
                                    texts,
                                    out));
                });
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
                        caption(filmCaption(card, film, texts)),
                        epoch -> film.frameText(epoch, texts),
                        withState(metadata.of(card, path), card.getId(), FigureFormat.GIF)));
        gifExport.export(card.title(), film, filming, path);
    }

    private String filmCaption(ChartCard card, GifSource film, Texts texts) {
        List<String> parts = new ArrayList<>(List.of(texts.get(film.captionKey(), card.title(), describe(card))));
        parts.addAll(markTexts("", card.findings()));
        return Captions.sentences(parts);
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

    /** Copies the card's formula to the clipboard as LaTeX. */
    public void copyLatex(ChartCard card, String latex) {
        ClipboardContent content = new ClipboardContent();
        content.putString(latex);
        Clipboard.getSystemClipboard().setContent(content);
        context.notices().showSuccess(context.messages().get("shell.latexCopied", card.title()));
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
                .atNormalSize(() -> FigureFile.draw(
                        figure(card), form, withState(metadata.of(card, path), card.getId(), form.format())));
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
        List<String> parts = new ArrayList<>(
                List.of(context.messages().get("shell.caption", card.title(), card.subtitle(), describe(card))));
        parts.addAll(markTexts(new CardSubject(card).playHead(), card.findings()));
        return new Figure(card.chart(), width(card), height(card), caption(Captions.sentences(parts)));
    }

    private Caption caption(String text) {
        return new Caption(text, context.appearance().chartTheme());
    }

    /** Describes in words what produced the card's chart. */
    private String describe(ChartCard card) {
        Lab lab = currentLab.get();
        Texts texts = context.messages().texts();
        String description = lab.feature(DescribesCharts.class)
                .map(it -> it.description(card, texts))
                .orElseGet(() -> Captions.of(lab.displayedDocument(card), texts));
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
