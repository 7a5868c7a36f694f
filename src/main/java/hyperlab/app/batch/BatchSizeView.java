package hyperlab.app.batch;

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
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;

/** The Batch size lab: the effect of the batch size on noise, speed and result. FX thread only. */
public final class BatchSizeView implements Lab {
    private final BatchSizeViewModel model;
    private final BatchSizeControls controls;
    private final BatchSizeStage stage;
    private final BatchSizeInsight insight;
    private final LabParts parts;
    private final Conflator<BatchSizeSnapshot> chartUpdates;
    private final Conflator<BatchSizeSnapshot> panelUpdates;

    public BatchSizeView(LabContext context) {
        Messages messages = context.messages();
        model = new BatchSizeViewModel(context.workers(), context.pulses(), context::showError);
        controls = new BatchSizeControls(context, model);
        stage = new BatchSizeStage(context, model);
        insight = new BatchSizeInsight(context, model);
        parts = new LabParts(
                messages.compute(
                        () -> new BatchSizeText(messages.texts())
                                .subtitle(model.moment().get()),
                        model.moment()),
                controls,
                stage,
                insight,
                model.playback(),
                model.undo());
        chartUpdates = new Conflator<>(context.pulses(), this::render);
        panelUpdates = new Conflator<>(context.lowPriority(), this::updatePanels);
        ChangeListener<Object> listener =
                (observed, before, now) -> chartUpdates.offer(model.moment().get());
        model.moment().addListener(listener);
        model.measuring().addListener(listener);
        model.playback().playing().addListener(listener);
        stage.zoomState().window().addListener(listener);
        model.experiments().onChange(this::renderExperiment);
        messages.language().addListener((observed, before, now) -> applyLanguage());
        context.appearance().addStyleListener(stage::applyStyle);
        renderAll();
    }

    /** The view model of the lab. */
    BatchSizeViewModel model() {
        return model;
    }

    private void applyLanguage() {
        stage.applyLanguage();
        renderAll();
    }

    private void renderAll() {
        stage.show(model.moment().get());
        updatePanels(model.moment().get());
    }

    private void render(BatchSizeSnapshot moment) {
        stage.show(moment);
        panelUpdates.offer(moment);
    }

    private void updatePanels(BatchSizeSnapshot moment) {
        controls.show(moment);
        insight.show(moment, isReadable());
        renderExperiment();
    }

    private void renderExperiment() {
        stage.showExperiment(model.moment().get());
        insight.showExperiment(model.moment().get());
    }

    /** Returns whether a step is shown long enough to be read. */
    private boolean isReadable() {
        return !model.playback().playing().get() || model.playback().unitsPerSecond() <= 4;
    }

    @Override
    public LabName name() {
        return LabName.BATCH_SIZE;
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
    public Document displayedDocument() {
        return new Document.OfBatch(model.moment().get().comparison().setup());
    }

    @Override
    public void open(Document document, @Nullable Path folder) {
        model.open(document, folder);
    }

    @Override
    public void setOnStage(boolean onStage) {
        stage.setActive(onStage);
        if (!onStage) {
            model.pause();
        }
    }

    @Override
    public void close() {
        model.pause();
        chartUpdates.clear();
        panelUpdates.clear();
    }
}
