package hyperlab.lab.learningrate;

import hyperlab.lab.AsksAboutSelection;
import hyperlab.lab.HasLoss;
import hyperlab.lab.HidesResults;
import hyperlab.lab.LabContext;
import hyperlab.lab.LabName;
import hyperlab.lab.LabParts;
import hyperlab.lab.LabView;
import hyperlab.lab.LocksStage;
import hyperlab.lab.learningrate.race.DescentRace;
import hyperlab.lab.learningrate.race.RaceSnapshot;
import hyperlab.lab.learningrate.race.RaceState;
import hyperlab.ui.Messages;
import hyperlab.ui.control.chart.ChartCard;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** The Learning rate lab: learning rates or optimizers race down a curve or a surface. */
public final class LearningRateView extends LabView<RaceState, RaceSnapshot>
        implements HasLoss, HidesResults, LocksStage, AsksAboutSelection {
    private final Messages messages;
    private final LearningRateViewModel model;
    private final LearningRateControls controls;
    private final LearningRateStage stage;
    private final LearningRateInsight insight;
    private boolean resultsHidden;

    public LearningRateView(LabContext context) {
        this(context, new LearningRateViewModel(work -> context.workers().run("race", work), context.pulses()));
    }

    private LearningRateView(LabContext context, LearningRateViewModel model) {
        super(LabName.LEARNING_RATE, context, model);
        this.model = model;
        messages = context.messages();
        controls = new LearningRateControls(context, model);
        stage = new LearningRateStage(context, model);
        insight = new LearningRateInsight(context, model);
        updateOn(model.noisyDescents().resultsProperty());
        stage.onViewChanged(this::requestUpdate);
        start(new LabParts(
                messages.compute(this::subtitle, model.viewStateProperty()),
                controls,
                stage.grid(),
                insight,
                model.playback(),
                model.undo()));
    }

    /** The lab's view model. */
    LearningRateViewModel model() {
        return model;
    }

    LearningRateStage stage() {
        return stage;
    }

    @Override
    protected void show(RaceSnapshot snapshot) {
        stage.show(snapshot, resultsHidden);
    }

    @Override
    protected void showDetails(RaceSnapshot snapshot) {
        controls.show(snapshot, resultsHidden);
        stage.narrate(snapshot, resultsHidden);
        insight.show(snapshot, resultsHidden);
    }

    /** The height of the selected racer above the lowest minimum. */
    @Override
    public OptionalDouble currentLoss() {
        RaceSnapshot now = model.viewStateProperty().get();
        double height = now.selectedRun().value(now.step()) - now.race().lowest();
        return resultsHidden || !Double.isFinite(height) ? OptionalDouble.empty() : OptionalDouble.of(height);
    }

    @Override
    public void setResultsHidden(boolean hidden) {
        resultsHidden = hidden;
        showAll();
    }

    @Override
    public void setStageLocked(boolean locked) {
        stage.setLocked(locked);
    }

    @Override
    public Set<String> hiddenParts() {
        return Set.of("path", "values", "narration", "legend", "findings");
    }

    @Override
    public int selectedIndex() {
        return model.selectedRacer();
    }

    @Override
    public void varySettings() {
        model.varyLearningRate();
    }

    @Override
    public void restoreSettings() {
        model.restoreLearningRates();
    }

    private String subtitle() {
        DescentRace race = model.viewStateProperty().get().race();
        return messages.get(
                "learning-rate.subtitle",
                messages.get(LearningRateText.nameKey(race.objective().name())),
                new LearningRateText(messages.texts()).describeRacers(race));
    }

    @Override
    public List<ChartCard> charts() {
        return stage.cards();
    }

    @Override
    public void setOnStage(boolean onStage) {
        super.setOnStage(onStage);
        if (!onStage) {
            stage.stopNarration();
        }
    }

    @Override
    public void close() {
        super.close();
        stage.stopNarration();
    }
}
