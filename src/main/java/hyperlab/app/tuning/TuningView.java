package hyperlab.app.tuning;

import hyperlab.app.Lab;
import hyperlab.app.LabContext;
import hyperlab.app.LabName;
import hyperlab.app.LabParts;
import hyperlab.app.Messages;
import hyperlab.app.concurrent.Conflator;
import hyperlab.app.control.ChartCard;
import hyperlab.file.Document;
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
                        model.settings().settingsState().state()),
                new TuningControls(context, model),
                stage,
                insight,
                model.playback(),
                model.undo());
        renderQueue = new Conflator<>(context.pulses(), this::render);
        model.moment().addListener((observed, before, now) -> renderQueue.offer(now));
        model.brushes()
                .addListener(
                        (observed, before, now) -> renderQueue.offer(model.moment().get()));
        model.maps().addListener((observed, before, now) -> renderMaps());
        model.race().found().addListener((observed, before, now) -> renderRace());
        model.repeated().addListener((observed, before, now) -> insight.showRepeats());
        messages.language().addListener((observed, before, now) -> relabel());
        context.appearance().addStyleListener(stage::restyle);
        render(model.moment().get());
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
        render(model.moment().get());
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
        insight.show(model.moment().get());
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
