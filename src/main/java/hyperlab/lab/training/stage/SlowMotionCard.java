package hyperlab.lab.training.stage;

import hyperlab.chart.training.StepChart;
import hyperlab.chart.training.StepChart.Phase;
import hyperlab.lab.LabContext;
import hyperlab.lab.training.inspection.NetworkInspection;
import hyperlab.lab.training.inspection.NetworkInspectionViewModel;
import hyperlab.lab.training.motion.SlowMotion;
import hyperlab.lab.training.motion.SlowMotion.SlowMotionState;
import hyperlab.lab.training.settings.ExperimentSettings;
import hyperlab.train.Experiment;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ChartCardView;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The card of one update in slow motion. The buttons below the chart show its phases; with the keyboard, Right and Left
 * move through the phases, Up and Down through the weights, and Page Up and Page Down through the samples of the batch.
 */
public final class SlowMotionCard {
    /** The largest number of units in a layer. */
    public static final int MAX_UNITS = 16;

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private final SlowMotion slowMotion;
    private final NetworkInspectionViewModel inspections;
    private final ExperimentSettings settings;
    private final Messages messages;
    private final StepChart chart;
    private final ChartCardView<StepChart.Model> view;
    private final StringProperty subtitle = new SimpleStringProperty("");
    private final StringProperty explanation = new SimpleStringProperty("");
    private final Map<Phase, Button> phases = new EnumMap<>(Phase.class);
    private final Button next = new Button();

    public SlowMotionCard(
            SlowMotion slowMotion,
            NetworkInspectionViewModel inspections,
            ExperimentSettings settings,
            LabContext context) {
        this.slowMotion = slowMotion;
        this.inspections = inspections;
        this.settings = settings;
        this.messages = context.messages();
        chart = new StepChart(messages.texts(), context.appearance().chartTheme());
        view = context.chartCard("training-step-motion", chart, messages.bind("stage.step"), subtitle)
                .onLanguageChange(this::show);
        VBox below = below();
        // A focused button would move the focus with the arrow keys before the card sees them.
        below.addEventFilter(KeyEvent.KEY_PRESSED, this::handleKey);
        view.card().addBelow(below);
        view.card().getStyleClass().add(ChartCard.ARROW_KEYS_STYLE);
        view.card().chartView().addEventHandler(MouseEvent.MOUSE_CLICKED, this::handleClick);
        view.card().addEventHandler(KeyEvent.KEY_PRESSED, this::handleKey);
        slowMotion.stateProperty().addListener((observed, before, now) -> show());
        slowMotion.endedProperty().addListener((observed, before, now) -> show());
        settings.experimentProperty().addListener((observed, before, now) -> show());
        show();
    }

    public ChartCard card() {
        return view.card();
    }

    private VBox below() {
        HBox row = new HBox(8);
        row.setAlignment(Pos.CENTER_LEFT);
        for (Phase phase : Phase.values()) {
            Button button = new Button();
            button.setId("training-step-motion-" + phase.name().toLowerCase(Locale.ROOT));
            button.getStyleClass().addAll("step-phase", ChartCard.ARROW_KEYS_STYLE);
            button.textProperty()
                    .bind(messages.bind("stage.step." + phase.name().toLowerCase(Locale.ROOT)));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(event -> slowMotion.show(phase));
            phases.put(phase, button);
            row.getChildren().add(button);
        }
        next.setId("training-step-motion-next");
        next.getStyleClass().addAll("accent", ChartCard.ARROW_KEYS_STYLE);
        next.setGraphic(Icons.icon("fth-skip-forward"));
        next.setMinWidth(Region.USE_PREF_SIZE);
        next.setOnAction(event -> slowMotion.next());
        Icons.addTooltip(next, messages.bind("stage.step.keys"));
        row.getChildren().add(next);
        WrappedText text = new WrappedText(explanation, "step-text");
        text.setId("training-step-motion-said");
        return new VBox(8, row, text);
    }

    private void show() {
        SlowMotionState state = slowMotion.stateProperty().get();
        NetworkInspection inspection = inspections.inspectionProperty().get();
        boolean possible = isPossible(settings.experimentProperty().get());
        phases.forEach((phase, button) -> {
            button.setDisable(state == null);
            button.pseudoClassStateChanged(CURRENT, state != null && state.phase() == phase);
        });
        next.setDisable(!possible || !slowMotion.canGoOn());
        next.setText(messages.get(
                state == null
                        ? "stage.step.start"
                        : state.phase() == Phase.UPDATE ? "stage.step.again" : "stage.step.next"));
        if (state == null || inspection == null) {
            subtitle.set(messages.get("stage.step.how"));
            explanation.set(messages.get(
                    !possible
                            ? "stage.step.not"
                            : slowMotion.endedProperty().get() ? "stage.step.ended" : "stage.step.empty"));
            return;
        }
        SlowMotionModels models = new SlowMotionModels(
                state,
                inspection.point().experiment(),
                inspection.point().partition().all(),
                messages.texts());
        view.show(models.chart());
        subtitle.set(models.subtitle());
        explanation.set(models.explanation());
    }

    /** Whether the network has only dense layers whose units can be drawn, without Maxout. */
    private static boolean isPossible(Experiment experiment) {
        return experiment.network().convolutions().isEmpty()
                && experiment.network().activation().pieces() == 1
                && experiment.network().hidden().stream().allMatch(units -> units <= MAX_UNITS);
    }

    private void handleClick(MouseEvent event) {
        java.awt.geom.Rectangle2D area =
                view.card().chartView().getRenderingInfo().getPlotInfo().getDataArea();
        StepChart.Link link = chart.linkAt(
                (event.getX() - area.getX()) / area.getWidth(), (event.getY() - area.getY()) / area.getHeight());
        if (link != null) {
            slowMotion.select(link);
        }
    }

    private void handleKey(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case RIGHT, KP_RIGHT -> next.fire();
            case LEFT, KP_LEFT -> slowMotion.back();
            case DOWN, KP_DOWN -> slowMotion.selectNext(1);
            case UP, KP_UP -> slowMotion.selectNext(-1);
            case PAGE_DOWN -> slowMotion.selectSample(1);
            case PAGE_UP -> slowMotion.selectSample(-1);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
