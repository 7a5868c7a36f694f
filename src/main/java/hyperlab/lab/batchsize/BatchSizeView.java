package hyperlab.lab.batchsize;

import hyperlab.batch.BatchSetup;
import hyperlab.file.Document;
import hyperlab.lab.HasLoss;
import hyperlab.lab.HasViews;
import hyperlab.lab.LabContext;
import hyperlab.lab.LabName;
import hyperlab.lab.LabParts;
import hyperlab.lab.LabView;
import hyperlab.lab.ShowsParts;
import hyperlab.ui.Messages;
import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.control.chart.ChartCard;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The Batch size lab: the effect of the batch size on noise, speed and result. FX thread only. */
public final class BatchSizeView extends LabView<BatchSetup, BatchSizeSnapshot>
        implements HasLoss, HasViews, ShowsParts {
    private final BatchSizeViewModel model;
    private final BatchSizeControls controls;
    private final BatchSizeStage stage;
    private final BatchSizeInsight insight;

    /** The experiment that was selected before a lesson; null if none is running. */
    private BatchSizeExperiments.@Nullable Kind kindBefore;

    private boolean experimentWanted;

    public BatchSizeView(LabContext context) {
        this(context, new BatchSizeViewModel(context.workers(), context.pulses(), context::showError));
    }

    private BatchSizeView(LabContext context, BatchSizeViewModel model) {
        super(LabName.BATCH_SIZE, context, model);
        this.model = model;
        Messages messages = context.messages();
        controls = new BatchSizeControls(context, model);
        stage = new BatchSizeStage(context, model);
        insight = new BatchSizeInsight(context, model);
        updateOn(
                model.measuringProperty(),
                model.playback().playingProperty(),
                stage.zoomState().windowProperty());
        model.experiments().onChange(this::renderExperiment);
        start(new LabParts(
                messages.compute(
                        () -> new BatchSizeText(messages.texts())
                                .subtitle(model.viewStateProperty().get()),
                        model.viewStateProperty()),
                controls,
                stage,
                insight,
                model.playback(),
                model.undo()));
    }

    /** The view model of the lab. */
    BatchSizeViewModel model() {
        return model;
    }

    /** How far the chosen descent is above the lowest loss. */
    @Override
    public OptionalDouble currentLoss() {
        double excess = model.viewStateProperty().get().excessLoss(ComparedDescent.CHOSEN);
        return Double.isFinite(excess) ? OptionalDouble.of(excess) : OptionalDouble.empty();
    }

    /** Selects the experiment {@code target}, {@code escape} or {@code speed}. */
    @Override
    public void showView(String view) {
        model.experiments().chosenProperty().set(BatchSizeExperiments.Kind.byId(view));
    }

    /** The part {@code wells} belongs to the experiment with escapes, which runs by itself while it is shown. */
    @Override
    public void showParts(List<String> parts, boolean only) {
        if (kindBefore == null) {
            kindBefore = model.experiments().chosenProperty().get();
        }
        experimentWanted = parts.contains("experiment") || parts.contains("wells");
        if (experimentWanted) {
            model.experiments().chosenProperty().set(BatchSizeExperiments.Kind.ESCAPE);
        }
        runWantedExperiment();
    }

    @Override
    public void restoreParts() {
        experimentWanted = false;
        if (kindBefore != null) {
            model.experiments().chosenProperty().set(kindBefore);
            kindBefore = null;
        }
    }

    /** In a lesson nobody can press the button that runs the experiment. */
    private void runWantedExperiment() {
        StudyRunner.StudyState state =
                model.experiments().escape().statusProperty().get().state();
        if (experimentWanted && isOnStage() && state == StudyRunner.StudyState.NONE) {
            model.run();
        }
    }

    @Override
    protected void show(BatchSizeSnapshot snapshot) {
        stage.show(snapshot);
    }

    @Override
    protected void showDetails(BatchSizeSnapshot snapshot) {
        controls.show(snapshot);
        insight.show(snapshot, isReadable());
        renderExperiment();
        runWantedExperiment();
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
    public List<ChartCard> charts() {
        return stage.cards();
    }

    @Override
    public Document displayedDocument(ChartCard card) {
        return new Document.OfBatch(model.viewStateProperty().get().comparison().setup());
    }

    @Override
    protected void updateActiveCharts() {
        stage.setActive(isOnStage());
    }
}
