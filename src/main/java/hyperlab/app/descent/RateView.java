package hyperlab.app.descent;

import hyperlab.app.Lab;
import hyperlab.app.LabContext;
import hyperlab.app.LabName;
import hyperlab.app.LabParts;
import hyperlab.app.Messages;
import hyperlab.app.concurrent.Latest;
import hyperlab.app.control.Card;
import hyperlab.app.control.ChartCard;
import hyperlab.app.control.StageGrid;
import hyperlab.chart.DescentChart;
import hyperlab.chart.ValueChart;
import hyperlab.file.Document;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;

/** The Learning rate lab: a race of rates down one curve. */
public final class RateView implements Lab {
    /** Below this the descent's labels have no room; the stage scrolls instead. */
    private static final double LEAST_HEIGHT = 300;

    private final LabContext context;
    private final RateViewModel model;
    private final DescentChart descent;
    private final ValueChart values;
    private final RateCharts charts;
    private final ChartCard descentCard;
    private final ChartCard valueCard;
    private final RateControls controls;
    private final StepStrip strip;
    private final RateInsight insight;
    private final NoiseStage noise;
    private final Card stripCard;
    private final LabParts parts;
    private final Latest<Moment> newest;
    private boolean onStage = true;

    public RateView(LabContext context) {
        this.context = context;
        Messages messages = context.messages();
        model = new RateViewModel(work -> context.workers().run("race", work), context.pulses());
        descent = new DescentChart(context.appearance().chartTheme());
        values = new ValueChart(messages.texts(), context.appearance().chartTheme());
        charts = new RateCharts(descent, values);
        descentCard = new ChartCard(
                "rate-descent",
                messages,
                messages.bind("rate.stage.descent"),
                messages.compute(this::howDescent, model.moment()),
                descent.chart());
        valueCard = new ChartCard(
                "rate-value",
                messages,
                messages.bind("rate.stage.value"),
                messages.bind("rate.stage.value.how"),
                values.chart());
        controls = new RateControls(context, model);
        strip = new StepStrip(context, model.moment().get());
        insight = new RateInsight(context, model);
        noise = new NoiseStage(context);
        stripCard = new Card("rate-step", strip);
        stripCard.managedProperty().bind(stripCard.visibleProperty());
        Card askCard = new Card("rate-ask-panel", new AskCard(context, model.asking()));
        askCard.visibleProperty().bind(model.asking().on());
        askCard.managedProperty().bind(model.asking().on());
        descentCard.setMinHeight(LEAST_HEIGHT);
        StageGrid stage = new StageGrid(new double[] {1, 1, 1}, new double[] {0, 2, 0, 1})
                .put(askCard, 0, 0, 3)
                .put(descentCard, 0, 1, 3)
                .put(stripCard, 0, 2, 3)
                .put(valueCard, 0, 3, 3);
        for (int k = 0; k < noise.cards().size(); k++) {
            stage.put(noise.cards().get(k), k, 3, 1);
        }
        valueCard.managedProperty().bind(valueCard.visibleProperty());
        parts = new LabParts(
                messages.compute(this::whatIsOnStage, model.moment()),
                controls,
                stage,
                insight,
                model.playback(),
                model.undo());
        new StartDrag(descentCard, descent, model, charts).listen();
        newest = new Latest<>(context.pulses(), this::render);
        model.moment().addListener((observed, before, now) -> newest.offer(now));
        model.noisy()
                .found()
                .addListener(
                        (observed, before, now) -> newest.offer(model.moment().get()));
        model.asking()
                .question()
                .addListener(
                        (observed, before, now) -> newest.offer(model.moment().get()));
        messages.language().addListener((observed, before, now) -> relabel());
        context.appearance().theme().addListener((observed, before, now) -> recolour());
        render(model.moment().get());
    }

    /** The lab without a window. */
    RateViewModel model() {
        return model;
    }

    private void recolour() {
        descent.theme(context.appearance().chartTheme());
        values.theme(context.appearance().chartTheme());
        noise.recolour();
    }

    private void relabel() {
        values.texts(context.messages().texts());
        noise.relabel();
        render(model.moment().get());
    }

    private void render(Moment moment) {
        boolean veiled = model.asking().question().get().isOpen();
        controls.show(moment, veiled);
        strip.show(moment);
        stripCard.setVisible(!veiled);
        insight.show(moment, veiled);
        valueCard.setVisible(!veiled && !moment.race().setup().noise().on());
        noise.show(moment, model.noisy().found().get(), veiled);
        charts.show(veiled ? moment.veiled() : moment, context.messages().texts());
    }

    private String howDescent() {
        Moment moment = model.moment().get();
        int step = moment.step();
        Messages messages = context.messages();
        String after = step == 0 ? "rate.after.none" : step == 1 ? "rate.after.one" : "rate.after.many";
        String how = messages.get(
                "rate.stage.descent.how", rates(moment.race()), messages.get(after, Integer.toString(step)));
        return step <= DescentChart.MOST_STEPS
                ? how
                : how + ", "
                        + context.messages()
                                .get("rate.stage.descent.recent", Integer.toString(DescentChart.MOST_STEPS));
    }

    private String whatIsOnStage() {
        Race race = model.moment().get().race();
        return context.messages()
                .get(
                        "rate.subtitle",
                        context.messages()
                                .get(RateWords.nameKey(race.objective().name())),
                        rates(race));
    }

    private String rates(Race race) {
        return context.messages().get("rate.rates." + race.walks().size());
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
        return Stream.concat(Stream.of(descentCard, valueCard), noise.cards().stream())
                .filter(Node::isVisible)
                .toList();
    }

    @Override
    public Document document() {
        return model.document();
    }

    @Override
    public void open(Document document) {
        model.open(document);
    }

    @Override
    public boolean takes(Document document) {
        return model.takes(document);
    }

    @Override
    public void shown(boolean nowOnStage) {
        onStage = nowOnStage;
        charts().forEach(card -> card.active(onStage));
        if (onStage) {
            model.noisy().resume();
        } else {
            model.noisy().stop();
        }
    }

    @Override
    public void close() {
        model.playback().playing().set(false);
        model.noisy().stop();
        newest.clear();
    }
}
