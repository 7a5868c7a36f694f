package hyperlab.lab.batchsize;

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
                                .subtitle(model.viewStateProperty().get()),
                        model.viewStateProperty()),
                controls,
                stage,
                insight,
                model.playback(),
                model.undo());
        chartUpdates = new Conflator<>(context.pulses(), this::render);
        panelUpdates = new Conflator<>(context.lowPriority(), this::updatePanels);
        ChangeListener<Object> listener = (observed, before, now) ->
                chartUpdates.offer(model.viewStateProperty().get());
        model.viewStateProperty().addListener(listener);
        model.measuringProperty().addListener(listener);
        model.playback().playingProperty().addListener(listener);
        stage.zoomState().windowProperty().addListener(listener);
        model.experiments().onChange(this::renderExperiment);
        messages.languageProperty().addListener((observed, before, now) -> applyLanguage());
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
        stage.show(model.viewStateProperty().get());
        updatePanels(model.viewStateProperty().get());
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
        stage.showExperiment(model.viewStateProperty().get());
        insight.showExperiment(model.viewStateProperty().get());
    }

    /** Returns whether a step is shown long enough to be read. */
    private boolean isReadable() {
        return !model.playback().playingProperty().get() || model.playback().unitsPerSecond() <= 4;
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
        return new Document.OfBatch(model.viewStateProperty().get().comparison().setup());
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
