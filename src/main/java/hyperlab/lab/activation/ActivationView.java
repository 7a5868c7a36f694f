package hyperlab.lab.activation;

import hyperlab.activation.ActivationLabSettings;
import hyperlab.activation.ActivationTopic;
import hyperlab.lab.LabContext;
import hyperlab.lab.LabName;
import hyperlab.lab.LabParts;
import hyperlab.lab.LabView;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.SegmentedButton;
import hyperlab.ui.control.chart.ChartCard;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The view of the Activation lab. It shows one topic at a time on its three panels; the topic is chosen above the
 * stage. FX thread only.
 */
public final class ActivationView extends LabView<ActivationLabSettings, ActivationViewState> {
    private final ActivationViewModel model;
    private final Messages messages;
    private final Map<ActivationTopic, TopicView> topics = new EnumMap<>(ActivationTopic.class);
    private final VBox controls = new VBox();
    private final VBox stage = new VBox();
    private final VBox insight = new VBox();

    public ActivationView(LabContext context) {
        this(
                context,
                new ActivationViewModel(
                        context.workers(),
                        context.pulses(),
                        Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
                        context::showError));
    }

    private ActivationView(LabContext context, ActivationViewModel model) {
        super(LabName.ACTIVATION, context, model);
        this.model = model;
        messages = context.messages();
        topics.put(ActivationTopic.SHAPE, new ShapeTopicView(context, model));
        topics.put(ActivationTopic.DEPTH, new DepthTopicView(context, model));
        topics.put(ActivationTopic.LEARNED, new LearnedTopicView(context, model));
        topics.put(ActivationTopic.DEAD, new DeadUnitsTopicView(context, model));
        topics.put(ActivationTopic.RACE, new RaceTopicView(context, model));
        topics.put(ActivationTopic.LINEAR, new LinearTopicView(context, model));
        stage.getChildren().add(topicSelector());
        model.topicProperty().addListener((observed, before, now) -> showTopic());
        filterKeys(stage, this::handleKeyPress);
        showTopic();
        start(new LabParts(
                messages.compute(this::subtitle, model.curves().viewStateProperty(), model.topicProperty()),
                controls,
                stage,
                insight,
                model.playback(),
                model.undo()));
    }

    /** Topics work like pages: Page Up and Page Down with the shortcut key switch topics wherever the focus is. */
    private void handleKeyPress(KeyEvent event) {
        boolean forward = event.getCode() == KeyCode.PAGE_DOWN;
        if (event.isShortcutDown() && (forward || event.getCode() == KeyCode.PAGE_UP)) {
            model.switchTopic(forward ? 1 : -1);
            event.consume();
        }
    }

    private HBox topicSelector() {
        SegmentedButton<ActivationTopic> chooser = new SegmentedButton<>(
                "activation-topic",
                messages,
                List.of(ActivationTopic.values()),
                topic -> "activation.topic." + topic.fileName());
        chooser.valueProperty().bindBidirectional(model.topicProperty());
        Hints.withHint(chooser, messages.bind("activation.topic.hint"));
        HBox bar = new HBox(chooser);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("topic-bar");
        return bar;
    }

    /** The view model of the lab. */
    ActivationViewModel model() {
        return model;
    }

    private TopicView topic() {
        return Objects.requireNonNull(topics.get(model.topicProperty().get()));
    }

    /** Shows the current topic on the three panels. */
    private void showTopic() {
        TopicView topic = topic();
        TopicView.Panels panels = topic.panels();
        controls.getChildren().setAll(panels.controls());
        insight.getChildren().setAll(panels.insight());
        if (stage.getChildren().size() > 1) {
            stage.getChildren().remove(1);
        }
        VBox.setVgrow(panels.stage(), Priority.ALWAYS);
        stage.getChildren().add(panels.stage());
        updateActiveCharts();
        topic.show();
    }

    @Override
    protected void show(ActivationViewState state) {
        topic().show();
    }

    @Override
    protected void updateActiveCharts() {
        topics.values()
                .forEach(
                        each -> each.panels().charts().forEach(card -> card.setActive(isOnStage() && each == topic())));
    }

    private String subtitle() {
        if (model.topicProperty().get() != ActivationTopic.SHAPE) {
            return messages.get(
                    "activation.subtitle." + model.topicProperty().get().fileName());
        }
        String names = model.curves().viewStateProperty().get().functions().stream()
                .map(drawn -> messages.get(drawn.kind().nameKey()))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? messages.get("activation.subtitle.none") : names;
    }

    @Override
    protected void relabel() {
        topics.values().forEach(TopicView::invalidate);
    }

    @Override
    protected void restyle() {
        topics.values().forEach(TopicView::invalidate);
        topic().show();
    }

    @Override
    public List<ChartCard> charts() {
        return topic().panels().charts();
    }
}
