package hyperlab.lab.learningrate;

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

/** The Learning rate lab: learning rates or optimizers race down a curve or a surface. */
public final class LearningRateView implements Lab {
    private final LabContext context;
    private final LearningRateViewModel model;
    private final LearningRateControls controls;
    private final LearningRateStage stage;
    private final LearningRateInsight insight;
    private final LabParts parts;
    private final Conflator<RaceSnapshot> renderQueue;
    private final Conflator<RaceSnapshot> detailsQueue;

    public LearningRateView(LabContext context) {
        this.context = context;
        Messages messages = context.messages();
        model = new LearningRateViewModel(work -> context.workers().run("race", work), context.pulses());
        controls = new LearningRateControls(context, model);
        stage = new LearningRateStage(context, model);
        insight = new LearningRateInsight(context, model);
        parts = new LabParts(
                messages.compute(this::subtitle, model.viewStateProperty()),
                controls,
                stage.grid(),
                insight,
                model.playback(),
                model.undo());
        renderQueue = new Conflator<>(context.pulses(), this::render);
        detailsQueue = new Conflator<>(context.lowPriority(), this::renderDetails);
        ChangeListener<Object> renderListener = (observed, before, now) ->
                renderQueue.offer(model.viewStateProperty().get());
        model.viewStateProperty().addListener(renderListener);
        model.noisyDescents().resultsProperty().addListener(renderListener);
        model.quiz().questionProperty().addListener(renderListener);
        stage.onViewChanged(() -> renderQueue.offer(model.viewStateProperty().get()));
        messages.languageProperty().addListener((observed, before, now) -> relabel());
        context.appearance().addStyleListener(stage::restyle);
        renderAll();
    }

    /** The lab's view model. */
    LearningRateViewModel model() {
        return model;
    }

    LearningRateStage stage() {
        return stage;
    }

    private void relabel() {
        stage.relabel();
        renderAll();
    }

    private void renderAll() {
        stage.show(model.viewStateProperty().get(), isHidden());
        renderDetails(model.viewStateProperty().get());
    }

    private void render(RaceSnapshot moment) {
        stage.show(moment, isHidden());
        detailsQueue.offer(moment);
    }

    private void renderDetails(RaceSnapshot moment) {
        controls.show(moment, isHidden());
        stage.narrate(moment, isHidden());
        insight.show(moment, isHidden());
    }

    private boolean isHidden() {
        return model.quiz().questionProperty().get().isOpen();
    }

    private String subtitle() {
        DescentRace race = model.viewStateProperty().get().race();
        Messages messages = context.messages();
        return messages.get(
                "learning-rate.subtitle",
                messages.get(LearningRateText.nameKey(race.objective().name())),
                new LearningRateText(messages.texts()).describeRacers(race));
    }

    @Override
    public LabName name() {
        return LabName.LEARNING_RATE;
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
        model.open(document);
    }

    @Override
    public void setOnStage(boolean onStage) {
        charts().forEach(card -> card.setActive(onStage));
        if (onStage) {
            model.noisyDescents().resume();
        } else {
            stage.stopNarration();
            model.noisyDescents().stop();
        }
    }

    @Override
    public void close() {
        model.playback().playingProperty().set(false);
        model.noisyDescents().stop();
        stage.stopNarration();
        renderQueue.clear();
        detailsQueue.clear();
    }
}
