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
public final class RateView implements Lab {
    private final LabContext context;
    private final RateViewModel model;
    private final RateControls controls;
    private final RateStage stage;
    private final RateInsight insight;
    private final LabParts parts;
    private final Conflator<Moment> newest;
    private final Conflator<Moment> told;

    public RateView(LabContext context) {
        this.context = context;
        Messages messages = context.messages();
        model = new RateViewModel(work -> context.workers().run("race", work), context.pulses());
        controls = new RateControls(context, model);
        stage = new RateStage(context, model);
        insight = new RateInsight(context, model);
        parts = new LabParts(
                messages.compute(this::whatIsOnStage, model.moment()),
                controls,
                stage.grid(),
                insight,
                model.playback(),
                model.undo());
        newest = new Conflator<>(context.pulses(), this::render);
        told = new Conflator<>(context.lowPriority(), this::tell);
        ChangeListener<Object> anew =
                (observed, before, now) -> newest.offer(model.moment().get());
        model.moment().addListener(anew);
        model.noisy().found().addListener(anew);
        model.asking().question().addListener(anew);
        stage.onMoved(() -> newest.offer(model.moment().get()));
        messages.language().addListener((observed, before, now) -> relabel());
        context.appearance().addStyleListener(stage::restyle);
        renderAll();
    }

    /** The lab's view model. */
    RateViewModel model() {
        return model;
    }

    RateStage stage() {
        return stage;
    }

    private void relabel() {
        stage.relabel();
        renderAll();
    }

    private void renderAll() {
        stage.show(model.moment().get(), isVeiled());
        tell(model.moment().get());
    }

    private void render(Moment moment) {
        stage.show(moment, isVeiled());
        told.offer(moment);
    }

    private void tell(Moment moment) {
        controls.show(moment, isVeiled());
        stage.tell(moment, isVeiled());
        insight.show(moment, isVeiled());
    }

    private boolean isVeiled() {
        return model.asking().question().get().isOpen();
    }

    private String whatIsOnStage() {
        Race race = model.moment().get().race();
        Messages messages = context.messages();
        return messages.get(
                "rate.subtitle",
                messages.get(RateWords.nameKey(race.objective().name())),
                new RateWords(messages.texts()).racers(race));
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
            model.noisy().resume();
        } else {
            stage.quiet();
            model.noisy().stop();
        }
    }

    @Override
    public void close() {
        model.playback().playing().set(false);
        model.noisy().stop();
        stage.quiet();
        newest.clear();
        told.clear();
    }
}
