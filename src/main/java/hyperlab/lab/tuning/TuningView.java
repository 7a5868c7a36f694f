package hyperlab.lab.tuning;

import hyperlab.file.Document;
import hyperlab.lab.LabContext;
import hyperlab.lab.LabName;
import hyperlab.lab.LabParts;
import hyperlab.lab.LabView;
import hyperlab.tune.TuningStudy;
import hyperlab.ui.Messages;
import hyperlab.ui.control.chart.ChartCard;
import java.util.List;
import java.util.Map;

/** The Tuning lab, which searches for good hyperparameters and shows how the search proceeds. FX thread only. */
public final class TuningView extends LabView<TuningStudy, SearchSnapshot> {
    private final TuningViewModel model;
    private final TuningStage stage;
    private final TuningInsight insight;

    public TuningView(LabContext context) {
        this(context, new TuningViewModel(context.workers(), context.pulses(), context::showError));
    }

    private TuningView(LabContext context, TuningViewModel model) {
        super(LabName.TUNING, context, model);
        this.model = model;
        Messages messages = context.messages();
        stage = new TuningStage(context, model);
        insight = new TuningInsight(context, model);
        updateOn(model.brushesProperty(), model.scaleRatioProperty());
        model.mapsProperty().addListener((observed, before, now) -> renderMaps());
        model.race().statusProperty().addListener((observed, before, now) -> renderRace());
        model.selection().markedProperty().addListener((observed, before, now) -> insight.showReadout());
        model.comparisonProperty().addListener((observed, before, now) -> renderComparison());
        model.replicationStatusProperty().addListener((observed, before, now) -> renderRepeats());
        start(new LabParts(
                messages.compute(
                        () -> new TuningText(messages.texts()).subtitle(model.study()),
                        model.settingsState().stateProperty()),
                new TuningControls(context, model),
                stage,
                insight,
                model.playback(),
                model.undo(),
                TuningControls.footer(messages, model)));
        renderMaps();
        renderRace();
        renderComparison();
        renderRepeats();
    }

    /** The lab's view model. */
    TuningViewModel model() {
        return model;
    }

    /** The stage with the cards. */
    TuningStage stage() {
        return stage;
    }

    @Override
    protected void show(SearchSnapshot snapshot) {
        stage.show(snapshot);
        insight.show(snapshot);
        insight.showRepeats();
    }

    @Override
    protected void relabel() {
        stage.showTrainedMap();
        renderMaps();
        renderRace();
        renderComparison();
        renderRepeats();
    }

    private void renderMaps() {
        stage.showMaps();
        insight.show(model.viewStateProperty().get());
    }

    private void renderRace() {
        stage.showRace();
        insight.showRace();
    }

    private void renderRepeats() {
        stage.showRepeats();
        insight.showRepeats();
    }

    private void renderComparison() {
        stage.showComparison();
        insight.showComparison();
    }

    /** The document; the comparison with the default and the curves belong only to the cards that show them. */
    @Override
    public Document displayedDocument(ChartCard card) {
        return document() instanceof Document.OfStudy of
                ? new Document.OfStudy(
                        of.study(),
                        of.results(),
                        of.seconds(),
                        card == stage.comparisonCard() ? of.comparison() : null,
                        card == stage.curvesCard() ? of.curves() : Map.of())
                : document();
    }

    @Override
    public List<ChartCard> charts() {
        return stage.cards();
    }

    @Override
    protected void updateActiveCharts() {
        stage.shown(isOnStage());
    }
}
