package hyperlab.app.export;

import hyperlab.chart.style.ChartTheme;
import hyperlab.export.Caption;
import hyperlab.export.EmbeddedMetadata;
import hyperlab.export.Figure;
import hyperlab.file.figure.FigureSettings;
import hyperlab.lab.LabContext;
import hyperlab.ui.control.chart.ChartCard;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** One chart as a figure. */
final class CardSubject implements FigureSubject {
    /** The least width and height in pixels. */
    private static final int MIN_SIDE = 100;

    private final ChartCard card;
    private final FigureCaptions captions;
    private final LabContext context;
    private final MetadataSource metadata;

    CardSubject(ChartCard card, FigureCaptions captions, LabContext context, MetadataSource metadata) {
        this.card = card;
        this.captions = captions;
        this.context = context;
        this.metadata = metadata;
    }

    /** The width of the card's chart on the stage. */
    static int width(ChartCard card) {
        return Math.max(MIN_SIDE, (int) Math.round(card.chartView().getWidth()));
    }

    /** The height of the card's chart on the stage. */
    static int height(ChartCard card) {
        return Math.max(MIN_SIDE, (int) Math.round(card.chartView().getHeight()));
    }

    @Override
    public String chart() {
        return card.getId();
    }

    @Override
    public String fileName() {
        return ExportFiles.slug(card.getId());
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
        return FigureCaptions.playHead(card);
    }

    @Override
    public <T> T draw(FigureSettings settings, Function<Figure, T> use) {
        ChartTheme theme = settings.dark() ? ChartTheme.DARK : ChartTheme.LIGHT;
        return context.appearance().withChartTheme(theme, () -> {
            int width = settings.logicalWidth();
            double aspect = FigureSubject.chosenAspect(settings, aspect());
            int height = Math.max(MIN_SIDE, (int) Math.round(aspect * width));
            boolean named = !settings.title() && settings.caption().isEmpty();
            String automatic = named ? captions.titled(card) : captions.untitled(card);
            Caption caption = new Caption(captions.ofFigure(settings, automatic, this), theme);
            Figure figure = new Figure(card.chart(), width, height, caption, settings.title() ? title() : "");
            return StageCharts.withMarks(List.of(card), settings.playHead(), settings.marks(), () -> use.apply(figure));
        });
    }

    @Override
    public EmbeddedMetadata metadata(Path path) {
        return metadata.of(card, path);
    }
}
