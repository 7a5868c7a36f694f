package hyperlab.app.export;

import hyperlab.chart.StageDrawable;
import hyperlab.chart.style.ChartTheme;
import hyperlab.export.Caption;
import hyperlab.export.EmbeddedMetadata;
import hyperlab.export.Figure;
import hyperlab.file.figure.FigureSettings;
import hyperlab.lab.Lab;
import hyperlab.lab.LabContext;
import hyperlab.ui.control.chart.ChartCard;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All charts on stage as a figure. */
final class StageSubject implements FigureSubject {
    private final Lab lab;
    private final List<ChartCard> cards;
    private final FigureCaptions captions;
    private final LabContext context;
    private final MetadataSource metadata;

    StageSubject(Lab lab, FigureCaptions captions, LabContext context, MetadataSource metadata) {
        this.lab = lab;
        cards = StageCharts.visibleCharts(lab);
        this.captions = captions;
        this.context = context;
        this.metadata = metadata;
    }

    Lab lab() {
        return lab;
    }

    /** The charts that are visible or can be scrolled into view. */
    List<ChartCard> cards() {
        return cards;
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
        return captions.stageTitle(lab);
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
                .map(FigureCaptions::playHead)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    @Override
    public <T> T draw(FigureSettings settings, Function<Figure, T> use) {
        ChartTheme theme = settings.dark() ? ChartTheme.DARK : ChartTheme.LIGHT;
        return context.appearance().withChartTheme(theme, () -> {
            StageDrawable stage = StageCharts.picture(cards, theme);
            boolean named = !settings.title() && settings.caption().isEmpty();
            String automatic = named ? captions.titled(lab, cards) : captions.descriptions(cards);
            Caption caption = new Caption(captions.ofFigure(settings, automatic, this), theme);
            Figure figure = new Figure(stage, stage.width(), stage.height(), caption, settings.title() ? title() : "");
            return StageCharts.withMarks(cards, settings.playHead(), settings.marks(), () -> use.apply(figure));
        });
    }

    @Override
    public EmbeddedMetadata metadata(Path path) {
        return metadata.of(mainCard(), path);
    }

    /** If several charts compare runs, they all compare the same runs. */
    private ChartCard mainCard() {
        return cards.stream()
                .filter(card -> !StageCharts.comparedRuns(lab, card).isEmpty())
                .findFirst()
                .orElse(cards.get(0));
    }
}
