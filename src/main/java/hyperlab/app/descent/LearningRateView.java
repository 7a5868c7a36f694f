package hyperlab.app.descent;

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
                messages.compute(this::subtitle, model.moment()),
                controls,
                stage.grid(),
                insight,
                model.playback(),
                model.undo());
        renderQueue = new Conflator<>(context.pulses(), this::render);
        detailsQueue = new Conflator<>(context.lowPriority(), this::renderDetails);
        ChangeListener<Object> renderListener =
                (observed, before, now) -> renderQueue.offer(model.moment().get());
        model.moment().addListener(renderListener);
        model.noisyDescents().found().addListener(renderListener);
        model.quiz().question().addListener(renderListener);
        stage.onViewChanged(() -> renderQueue.offer(model.moment().get()));
        messages.language().addListener((observed, before, now) -> relabel());
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
        stage.show(model.moment().get(), isHidden());
        renderDetails(model.moment().get());
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
        return model.quiz().question().get().isOpen();
    }

    private String subtitle() {
        DescentRace race = model.moment().get().race();
        Messages messages = context.messages();
        return messages.get(
                "rate.subtitle",
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
        model.playback().playing().set(false);
        model.noisyDescents().stop();
        stage.stopNarration();
        renderQueue.clear();
        detailsQueue.clear();
    }
}
