package hyperlab.app.export;

import hyperlab.chart.PlotChart;
import hyperlab.export.caption.Captions;
import hyperlab.file.figure.FigureSettings;
import hyperlab.lab.ComparesRuns;
import hyperlab.lab.DescribesCharts;
import hyperlab.lab.Lab;
import hyperlab.lab.LabContext;
import hyperlab.text.Texts;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.GifSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The captions of figures: what produced the charts, and what their marks mean. FX thread only. */
final class FigureCaptions {
    private final Supplier<Lab> currentLab;
    private final LabContext context;

    FigureCaptions(Supplier<Lab> currentLab, LabContext context) {
        this.currentLab = currentLab;
        this.context = context;
    }

    /** The caption of a figure with one chart. */
    String ofChart(ChartCard card) {
        List<String> parts = new ArrayList<>(List.of(titled(card)));
        parts.addAll(markTexts(playHead(card), card.findings()));
        return Captions.sentences(parts);
    }

    /** The title and subtitle of a chart, and what produced it. */
    String titled(ChartCard card) {
        return context.messages().get("shell.caption", card.title(), card.subtitle(), describe(card));
    }

    /** The subtitle of a chart, which says how to read it, and what produced it. */
    String untitled(ChartCard card) {
        return Captions.startSentence(Captions.sentences(
                card.subtitle().isEmpty() ? List.of(describe(card)) : List.of(card.subtitle(), describe(card))));
    }

    /** The position of a chart's play head in words; empty if there is none. */
    static String playHead(ChartCard card) {
        PlotChart<?> plot = card.plot();
        return plot == null ? "" : plot.playHeadText();
    }

    /** The caption of a figure with all charts on stage. */
    String ofStage(StageSubject stage) {
        List<String> parts = new ArrayList<>(List.of(titled(stage.lab(), stage.cards())));
        parts.addAll(markTexts(stage.playHead(), stage.findings()));
        return Captions.sentences(parts);
    }

    /** The caption of a figure: the user's own words, what produced it, and what its marks mean. */
    String ofFigure(FigureSettings settings, String automatic, FigureSubject shown) {
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

    /** The caption of a GIF of a training run. */
    String ofGif(ChartCard card, GifSource source, Texts texts) {
        String description = Captions.startSentence(source.description(texts).orElseGet(() -> describe(card)));
        List<String> parts = new ArrayList<>(List.of(texts.get(source.captionKey(), card.title(), description)));
        parts.addAll(markTexts("", card.findings()));
        return Captions.sentences(parts);
    }

    /** The title of the stage, and what produced its charts. */
    String titled(Lab lab, List<ChartCard> cards) {
        return context.messages().get("shell.caption.stage", stageTitle(lab), descriptions(cards));
    }

    /** What produced the charts, without repetitions. */
    String descriptions(List<ChartCard> cards) {
        List<String> all = cards.stream().map(this::describe).distinct().toList();
        // A chart that compares runs repeats the description of those that do not.
        return all.stream()
                .filter(text -> all.stream().noneMatch(other -> !other.equals(text) && other.startsWith(text)))
                .collect(Collectors.joining(". "));
    }

    String stageTitle(Lab lab) {
        return context.messages().get(lab.name().titleKey());
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

    /** Describes in words what produced the card's chart. */
    String describe(ChartCard card) {
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
}
