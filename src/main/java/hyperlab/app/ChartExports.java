package hyperlab.app;

import hyperlab.app.control.ChartCard;
import hyperlab.app.control.ChartFilm;
import hyperlab.app.control.Played;
import hyperlab.chart.StagePicture;
import hyperlab.export.Caption;
import hyperlab.export.Captions;
import hyperlab.export.Figure;
import hyperlab.export.FigureFile;
import hyperlab.export.FigureForm;
import hyperlab.export.FigureFormat;
import hyperlab.export.Filming;
import hyperlab.export.PngFigure;
import hyperlab.file.SafeFile;
import hyperlab.rule.Refusal;
import hyperlab.text.Texts;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Exports charts from the window. Each exported file embeds the document that produced it. FX thread only. */
final class ChartExports {
    private static final int LEAST = 100;

    private final Navigation navigation;
    private final Desk desk;
    private final LabContext context;
    private final FilmWork films;

    ChartExports(Navigation navigation, Desk desk, LabContext context) {
        this.navigation = navigation;
        this.desk = desk;
        this.context = context;
        films = new FilmWork(context);
    }

    /** The GIF export that is in progress. */
    FilmWork films() {
        return films;
    }

    /** Asks for a file and writes the card's chart to it. */
    void export(ChartCard card, FigureForm form) {
        String ending = form.format().ending();
        context.files()
                .save(kind(form.format()), slug(card.getId()) + ending)
                .ifPresent(path -> write(card, form, ended(path, ending)));
    }

    /** Asks for a file and writes all charts on stage to it as one figure. */
    void exportStage(FigureForm form) {
        String ending = form.format().ending();
        Lab lab = navigation.current().get();
        context.files().save(kind(form.format()), lab.name().id() + ending).ifPresent(path -> {
            try {
                Path file = ended(path, ending);
                write(stageTitle(lab), file, context.appearance().atDesk(() -> stage(lab, form, file)));
            } catch (Refusal refusal) {
                context.refused("shell.notExported", refusal);
            }
        });
    }

    private SafeFile.Content stage(Lab lab, FigureForm form, Path file) {
        List<ChartCard> cards = StageCharts.shown(lab);
        StagePicture picture = StageCharts.picture(cards, context.appearance().chartTheme());
        String words = context.messages()
                .get(
                        "shell.caption.stage",
                        stageTitle(lab),
                        cards.stream().map(this::made).distinct().collect(Collectors.joining(". ")));
        // If several charts compare runs, they all compare the same runs.
        ChartCard main = cards.stream()
                .filter(card -> !lab.drawnBeside(card).isEmpty())
                .findFirst()
                .orElse(cards.get(0));
        return FigureFile.draw(
                new Figure(picture, picture.width(), picture.height(), caption(words)),
                form,
                desk.carriedBy(main, file));
    }

    private String stageTitle(Lab lab) {
        return context.messages().get(lab.name().titleKey());
    }

    /** Asks for a file and starts making a GIF of the training run that the card's chart shows. */
    void film(ChartCard card) {
        if (films.found().get().isRunning()) {
            context.notices()
                    .refused(context.messages()
                            .get("shell.film.busy", films.title().get()));
        } else if (card.played() instanceof Played.Ready ready) {
            String ending = FigureFormat.GIF.ending();
            context.files()
                    .save(kind(FigureFormat.GIF), slug(card.getId()) + ending)
                    .ifPresent(path -> film(card, ready.film().get(), ended(path, ending)));
        }
    }

    private void film(ChartCard card, ChartFilm film, Path path) {
        Texts texts = context.messages().texts();
        String last = Integer.toString(film.lastEpoch());
        Filming filming = context.appearance()
                .atDesk(() -> new Filming(
                        width(card),
                        height(card),
                        Filming.scaleFor(width(card), height(card)),
                        caption(texts.get("shell.caption.film", card.title(), made(card))),
                        epoch -> texts.get("chart.epochOf", Integer.toString(epoch), last),
                        desk.carriedBy(card, path)));
        films.start(card.title(), film, filming, path);
    }

    private static FilePicker.Kind kind(FigureFormat format) {
        return switch (format) {
            case PNG -> FilePicker.Kind.PICTURE;
            case SVG -> FilePicker.Kind.SVG;
            case PDF -> FilePicker.Kind.PDF;
            case GIF -> FilePicker.Kind.GIF;
        };
    }

    /** Copies the card's chart to the clipboard as an image. */
    void copy(ChartCard card) {
        ClipboardContent content = new ClipboardContent();
        BufferedImage image = context.appearance().atDesk(() -> PngFigure.image(figure(card), FigureForm.USUAL_SCALE));
        content.putImage(SwingFXUtils.toFXImage(image, null));
        Clipboard.getSystemClipboard().setContent(content);
        context.notices().done(context.messages().get("shell.copied", card.title()));
    }

    /** Asks for a file and writes the data that the card's chart shows to it. */
    void data(ChartCard card) {
        String name = slug(card.getId()) + ".csv";
        context.files().save(FilePicker.Kind.TABLE, name).ifPresent(path -> {
            String data = card.data();
            write(card.title(), ended(path, ".csv"), out -> out.write(data.getBytes(StandardCharsets.UTF_8)));
        });
    }

    /**
     * Draws at normal size on this thread, which owns the chart; encoding and writing take longer and run on a worker.
     */
    private void write(ChartCard card, FigureForm form, Path path) {
        SafeFile.Content figure =
                context.appearance().atDesk(() -> FigureFile.draw(figure(card), form, desk.carriedBy(card, path)));
        write(card.title(), path, figure);
    }

    private void write(String title, Path path, SafeFile.Content content) {
        context.workers().run("export", () -> {
            try {
                SafeFile.write(path, content);
                context.pulses().execute(() -> written(title, path));
            } catch (Refusal refusal) {
                context.pulses().execute(() -> context.refused("shell.notExported", refusal));
            }
        });
    }

    private void written(String title, Path path) {
        context.notices().done(context.messages().get("shell.exported", title, path.toString()));
    }

    private Figure figure(ChartCard card) {
        String words = context.messages().get("shell.caption", card.title(), card.subtitle(), made(card));
        return new Figure(card.chart(), width(card), height(card), caption(words));
    }

    private Caption caption(String words) {
        return new Caption(words, context.appearance().chartTheme());
    }

    /** Describes in words what produced the card's chart. */
    private String made(ChartCard card) {
        Lab lab = navigation.current().get();
        Texts texts = context.messages().texts();
        String made = Captions.of(lab.pictured(card), texts);
        String changed = lab.changedOnTheWay(card, texts);
        String others = lab.alsoDrawn(card, texts);
        String told = changed.isEmpty() ? made : texts.get("shell.caption.changed", made, changed);
        return others.isEmpty() ? told : texts.get("shell.caption.also", told, others);
    }

    private static int width(ChartCard card) {
        return Math.max(LEAST, (int) Math.round(card.canvas().getWidth()));
    }

    private static int height(ChartCard card) {
        return Math.max(LEAST, (int) Math.round(card.canvas().getHeight()));
    }

    private static Path ended(Path path, String ending) {
        String name = Objects.toString(path.getFileName(), "");
        return name.toLowerCase(Locale.ROOT).endsWith(ending) ? path : path.resolveSibling(name + ending);
    }

    private static String slug(String id) {
        return Normalizer.normalize(id, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
    }
}
