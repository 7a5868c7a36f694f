package hyperlab.lab.map;

import hyperlab.chart.style.ChartTheme;
import hyperlab.file.Document;
import hyperlab.lab.LabContext;
import hyperlab.lab.LabName;
import hyperlab.lab.LabParts;
import hyperlab.lab.LabView;
import hyperlab.lab.MarksQuestion;
import hyperlab.text.Texts;
import hyperlab.ui.Messages;
import hyperlab.ui.control.chart.ChartCard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Map lab: two hyperparameters as the axes of a picture of training runs. FX thread only. */
public final class MapView extends LabView<MapSetup, MapViewState> implements MarksQuestion {
    private final MapViewModel model;
    private final MapControls controls;
    private final MapStage stage;
    private final MapInsight insight;

    public MapView(LabContext context) {
        this(
                context,
                new MapViewModel(
                        context.workers(),
                        Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
                        context.frames(),
                        context::showError));
    }

    private MapView(LabContext context, MapViewModel model) {
        super(LabName.MAP, context, model);
        this.model = model;
        Messages messages = context.messages();
        Texts texts = messages.texts();
        ChartTheme theme = context.appearance().chartTheme();
        context.workers().run("first-picture", () -> FirstPicture.prepare(texts, theme));
        controls = new MapControls(context, model);
        stage = new MapStage(context, model);
        insight = new MapInsight(context, model, stage::openPinned);
        updateOn(context.appearance().presentationProperty());
        start(new LabParts(
                messages.compute(
                        () -> new MapText(messages.texts())
                                .subtitle(
                                        model.viewStateProperty().get().setup().map()),
                        model.viewStateProperty()),
                controls,
                stage,
                insight,
                model.playback(),
                model.undo()));
    }

    /** The view model of the lab. */
    MapViewModel model() {
        return model;
    }

    @Override
    protected void show(MapViewState state) {
        controls.show(state.setup(), state.analysis());
        stage.show(state);
    }

    @Override
    protected void showDetails(MapViewState state) {
        stage.showDetails(state);
        insight.show(state);
    }

    @Override
    public void markQuestion(@Nullable Document asked, boolean hidden) {
        if (stage.markQuestion(
                asked instanceof Document.OfMap map ? map.display().pinned() : null, hidden)) {
            showAll();
        }
    }

    @Override
    public List<ChartCard> charts() {
        return stage.cards();
    }

    @Override
    protected void updateActiveCharts() {
        stage.setActive(isOnStage());
    }
}
