package hyperlab.app.training;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.ErrorMessages;
import hyperlab.app.control.ChartCard;
import hyperlab.app.control.FindingCard;
import hyperlab.app.control.SegmentedButton;
import hyperlab.app.control.StageGrid;
import hyperlab.app.training.StagePlan.Arrangement;
import hyperlab.chart.ChartStyle;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** One, two or four charts, each selectable, and above them the changes that require a restart. */
final class TrainingStage extends BorderPane {
    private static final Duration PATIENCE = Duration.millis(300);

    private final TrainingViewModel lab;
    private final Messages messages;
    private final CurveCards curves;
    private final LookCards looks;
    private final NetworkCard network;
    private final InstrumentCards instruments;
    private final Map<StageChart, ChartCard> cards = new EnumMap<>(StageChart.class);
    private final SegmentedButton<Arrangement> arrangement;
    private final StageBar bar;
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private List<StageChart> shown = List.of();
    private boolean onStage;

    TrainingStage(TrainingViewModel lab, LabContext context) {
        this.lab = lab;
        this.messages = context.messages();
        curves = new CurveCards(lab, context);
        looks = new LookCards(lab, context);
        network = new NetworkCard(lab, context);
        instruments = new InstrumentCards(lab, context);
        cards.put(StageChart.LOSS, curves.loss());
        cards.put(StageChart.ACCURACY, curves.accuracy());
        cards.putAll(looks.cards());
        cards.put(StageChart.NETWORK, network.card());
        cards.putAll(instruments.cards());
        cards.put(StageChart.CAPACITY, new CapacityCard(lab, context).card());
        cards.put(StageChart.PATHS, new PathCard(lab, context).card());
        cards.put(StageChart.PLAYGROUND, new OriginalCard(lab, context).card());
        Films films = new Films(lab, context, curves);
        cards.forEach((kind, card) -> card.withGifExport(() -> films.of(kind)));
        arrangement = new SegmentedButton<>(
                "training-arrangement",
                messages,
                List.of(Arrangement.FOUR, Arrangement.TWO, Arrangement.ONE),
                each -> "stage.arrangement." + each.name().toLowerCase(Locale.ROOT));
        arrangement.value().bindBidirectional(lab.plan().arrangement());
        cards.forEach((kind, card) -> card.addToHeader(new ChartChooser(kind, lab, messages)));
        bar = new StageBar(lab, messages, arrangement);
        setTop(new VBox(new StageStrips(lab, messages), bar));
        patience.setOnFinished(event -> working(true));
        lab.opening().addListener((observed, before, now) -> opening(now));
        opening(lab.opening().get());
        lab.picture().addListener((observed, before, now) -> show());
        lab.looks().look().addListener((observed, before, now) -> showLook(now));
        lab.plan().arrangement().addListener((observed, before, now) -> show());
        lab.plan().wanted().addListener((observed, before, now) -> show());
        messages.language().addListener((observed, before, now) -> speak(messages.texts()));
        context.appearance().addStyleListener(() -> restyle(context.appearance().chartStyle()));
        show();
    }

    List<ChartCard> cards() {
        return shown.stream().map(this::card).toList();
    }

    void shown(boolean isOnStage) {
        onStage = isOnStage;
        activate();
        show();
        lab.looks().seen(isOnStage);
        lab.originalLooks().seen(isOnStage);
    }

    private ChartCard card(StageChart kind) {
        return Objects.requireNonNull(cards.get(kind));
    }

    private void activate() {
        cards.forEach((kind, card) -> card.setActive(onStage && shown.contains(kind)));
    }

    private void show() {
        Picture picture = lab.picture().get();
        place(picture.refusal() == null ? lab.plan().shown(picture.facts()) : List.of(StageChart.LOSS));
        failed(picture.refusal());
        curves.show(shown);
        bar.show();
        if (onStage && shown.contains(StageChart.PATHS)) {
            lab.lookAtPaths();
        }
    }

    private void showLook(@Nullable Look look) {
        if (look == null) {
            return;
        }
        for (StageChart kind : shown) {
            if (kind == StageChart.NETWORK) {
                network.show(look);
            } else {
                looks.show(kind, look);
                instruments.show(kind, look);
            }
        }
    }

    private void speak(Texts texts) {
        looks.texts(texts);
        network.texts(texts);
        instruments.showAll();
        show();
        showLook(lab.looks().look().get());
    }

    private void restyle(ChartStyle style) {
        looks.style(style);
        network.style(style);
        instruments.style(style);
    }

    private void place(List<StageChart> wanted) {
        if (wanted.equals(shown)) {
            return;
        }
        shown = wanted;
        StageGrid grid = wanted.size() == 4
                ? new StageGrid(new double[] {5, 4}, new double[] {1, 1})
                : new StageGrid(new double[] {1}, wanted.size() == 2 ? new double[] {3, 2} : new double[] {1});
        for (int place = 0; place < wanted.size(); place++) {
            boolean four = wanted.size() == 4;
            grid.addCard(card(wanted.get(place)), four ? place % 2 : 0, four ? place / 2 : place, 1);
        }
        setCenter(grid);
        activate();
        showLook(lab.looks().look().get());
    }

    private void failed(@Nullable InvalidInputException refusal) {
        ChartCard first = card(StageChart.LOSS);
        if (refusal == null) {
            first.showInstead(null);
            return;
        }
        FindingCard failure = new FindingCard(
                "training-failed",
                FindingCard.Severity.DANGER,
                messages.bind("training.failed"),
                messages.compute(() -> ErrorMessages.message(refusal, messages.texts())));
        if (lab.undo().canUndo().get()) {
            failure.remedy(messages.bind("training.failed.undo"), lab.undo()::undo);
        } else {
            failure.remedy(
                    messages.bind("training.failed.reset"),
                    () -> lab.settings().data().source().set("moons"));
        }
        first.showInstead(failure);
    }

    private void opening(boolean now) {
        if (now) {
            patience.playFromStart();
        } else {
            patience.stop();
            working(false);
        }
    }

    private void working(boolean now) {
        cards.values().forEach(card -> card.showProgress(now));
    }
}
