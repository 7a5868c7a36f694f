package hyperlab.lab.tuning;

import hyperlab.file.Document;
import hyperlab.lab.Lab;
import hyperlab.lab.LabContext;
import hyperlab.lab.LabName;
import hyperlab.lab.LabParts;
import hyperlab.ui.Messages;
import hyperlab.ui.concurrent.Conflator;
import hyperlab.ui.control.chart.ChartCard;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Tuning lab, which searches for good hyperparameters and shows how the search proceeds. FX thread only. */
public final class TuningView implements Lab {
    private final TuningViewModel model;
    private final TuningStage stage;
    private final TuningInsight insight;
    private final LabParts parts;
    private final Conflator<SearchSnapshot> renderQueue;

    public TuningView(LabContext context) {
        Messages messages = context.messages();
        model = new TuningViewModel(context.workers(), context.pulses(), context::showError);
        stage = new TuningStage(context, model);
        insight = new TuningInsight(context, model);
        parts = new LabParts(
                messages.compute(
                        () -> new TuningText(messages.texts()).subtitle(model.study()),
                        model.settings().settingsState().stateProperty()),
                new TuningControls(context, model),
                stage,
                insight,
                model.playback(),
                model.undo());
        renderQueue = new Conflator<>(context.pulses(), this::render);
        model.viewStateProperty().addListener((observed, before, now) -> renderQueue.offer(now));
        model.brushesProperty()
                .addListener((observed, before, now) ->
                        renderQueue.offer(model.viewStateProperty().get()));
        model.mapsProperty().addListener((observed, before, now) -> renderMaps());
        model.race().statusProperty().addListener((observed, before, now) -> renderRace());
        model.replicationStatusProperty().addListener((observed, before, now) -> insight.showRepeats());
        messages.languageProperty().addListener((observed, before, now) -> relabel());
        context.appearance().addStyleListener(stage::restyle);
        render(model.viewStateProperty().get());
        renderMaps();
        renderRace();
    }

    /** The lab's view model. */
    TuningViewModel model() {
        return model;
    }

    /** The stage with the cards. */
    TuningStage stage() {
        return stage;
    }

    private void relabel() {
        stage.relabel();
        render(model.viewStateProperty().get());
        renderMaps();
        renderRace();
        insight.showRepeats();
    }

    private void render(SearchSnapshot moment) {
        stage.show(moment);
        insight.show(moment);
    }

    private void renderMaps() {
        stage.showMaps();
        insight.show(model.viewStateProperty().get());
    }

    private void renderRace() {
        stage.showRace();
        insight.showRace();
    }

    @Override
    public LabName name() {
        return LabName.TUNING;
    }

    @Override
    public LabParts parts() {
        return parts;
    }

    @Override
    public List<ChartCard> charts() {
        return stage.cards();
    }

    @Override
    public Document document() {
        return model.document();
    }

    @Override
    public void open(Document document, @Nullable Path folder) {
        model.open(document, folder);
    }

    @Override
    public void setOnStage(boolean onStage) {
        stage.shown(onStage);
        if (!onStage) {
            model.pause();
        }
    }

    @Override
    public void close() {
        model.pause();
        renderQueue.clear();
    }
}
