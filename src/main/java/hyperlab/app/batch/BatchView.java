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
public final class BatchView implements Lab {
    private final BatchViewModel model;
    private final BatchControls controls;
    private final BatchStage stage;
    private final BatchInsight insight;
    private final LabParts parts;
    private final Conflator<BatchMoment> newest;
    private final Conflator<BatchMoment> told;

    public BatchView(LabContext context) {
        Messages messages = context.messages();
        model = new BatchViewModel(context.workers(), context.pulses(), context::showError);
        controls = new BatchControls(context, model);
        stage = new BatchStage(context, model);
        insight = new BatchInsight(context, model);
        parts = new LabParts(
                messages.compute(
                        () -> new BatchWords(messages.texts())
                                .subtitle(model.moment().get()),
                        model.moment()),
                controls,
                stage,
                insight,
                model.playback(),
                model.undo());
        newest = new Conflator<>(context.pulses(), this::render);
        told = new Conflator<>(context.lowPriority(), this::tell);
        ChangeListener<Object> anew =
                (observed, before, now) -> newest.offer(model.moment().get());
        model.moment().addListener(anew);
        model.measuring().addListener(anew);
        model.playback().playing().addListener(anew);
        stage.view().window().addListener(anew);
        model.experiments().onChange(this::renderFound);
        messages.language().addListener((observed, before, now) -> relabel());
        context.appearance().addStyleListener(stage::restyle);
        renderAll();
    }

    /** The view model of the lab. */
    BatchViewModel model() {
        return model;
    }

    private void relabel() {
        stage.relabel();
        renderAll();
    }

    private void renderAll() {
        stage.show(model.moment().get());
        tell(model.moment().get());
    }

    private void render(BatchMoment moment) {
        stage.show(moment);
        told.offer(moment);
    }

    private void tell(BatchMoment moment) {
        controls.show(moment);
        insight.show(moment, isCalm());
        renderFound();
    }

    private void renderFound() {
        stage.showFound(model.moment().get());
        insight.showFound(model.moment().get());
    }

    /** Returns whether a step is shown long enough to be read. */
    private boolean isCalm() {
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
        stage.shown(onStage);
        if (!onStage) {
            model.park();
        }
    }

    @Override
    public void close() {
        model.park();
        newest.clear();
        told.clear();
    }
}
