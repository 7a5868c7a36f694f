package hyperlab.app.activation;

import hyperlab.activation.Topic;
import hyperlab.app.Lab;
import hyperlab.app.LabContext;
import hyperlab.app.LabName;
import hyperlab.app.LabParts;
import hyperlab.app.Messages;
import hyperlab.app.concurrent.Conflator;
import hyperlab.app.control.ChartCard;
import hyperlab.app.control.Hints;
import hyperlab.app.control.SegmentedButton;
import hyperlab.file.Document;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The view of the Activation lab. It shows one topic at a time on its three panels; the topic is chosen above the
 * stage. FX thread only.
 */
public final class ActivationView implements Lab {
    private final ActivationViewModel model;
    private final Messages messages;
    private final Map<Topic, TopicView> topics = new EnumMap<>(Topic.class);
    private final VBox controls = new VBox();
    private final VBox stage = new VBox();
    private final VBox insight = new VBox();
    private final LabParts parts;
    private final Conflator<Number> newest;
    private boolean onStage = true;

    public ActivationView(LabContext context) {
        messages = context.messages();
        model = new ActivationViewModel(
                context.workers(),
                context.pulses(),
                Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
                context::showError);
        topics.put(Topic.SHAPE, new ShapeTopic(context, model));
        topics.put(Topic.DEPTH, new DepthTopic(context, model));
        topics.put(Topic.LEARNED, new LearnedTopic(context, model));
        topics.put(Topic.DEAD, new DeadTopic(context, model));
        topics.put(Topic.RACE, new RaceTopic(context, model));
        topics.put(Topic.LINEAR, new LinearTopic(context, model));
        stage.getChildren().add(chooser());
        parts = new LabParts(
                messages.compute(this::whatIsOnStage, model.curves().picture(), model.topic()),
                controls,
                stage,
                insight,
                model.playback(),
                model.undo());
        newest = new Conflator<>(context.pulses(), change -> topic().show());
        model.changes().addListener((observed, before, now) -> newest.offer(now));
        model.topic().addListener((observed, before, now) -> turn());
        messages.language().addListener((observed, before, now) -> restyle());
        context.appearance().addStyleListener(this::restyle);
        EventHandler<KeyEvent> keys = this::press;
        stage.sceneProperty().addListener((observed, before, now) -> {
            if (before != null) {
                before.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
            }
            if (now != null) {
                now.addEventFilter(KeyEvent.KEY_PRESSED, keys);
            }
        });
        turn();
    }

    /** Topics work like pages: Page Up and Page Down with the shortcut key switch topics wherever the focus is. */
    private void press(KeyEvent event) {
        boolean forward = event.getCode() == KeyCode.PAGE_DOWN;
        if (onStage && event.isShortcutDown() && (forward || event.getCode() == KeyCode.PAGE_UP)) {
            model.turn(forward ? 1 : -1);
            event.consume();
        }
    }

    private HBox chooser() {
        SegmentedButton<Topic> chooser = new SegmentedButton<>(
                "activation-topic", messages, List.of(Topic.values()), topic -> "activation.topic." + topic.fileName());
        chooser.value().bindBidirectional(model.topic());
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
        return Objects.requireNonNull(topics.get(model.topic().get()));
    }

    /** Shows the current topic on the three panels. */
    private void turn() {
        TopicView topic = topic();
        TopicView.Panels panels = topic.panels();
        controls.getChildren().setAll(panels.controls());
        insight.getChildren().setAll(panels.insight());
        if (stage.getChildren().size() > 1) {
            stage.getChildren().remove(1);
        }
        VBox.setVgrow(panels.stage(), Priority.ALWAYS);
        stage.getChildren().add(panels.stage());
        activate();
        topic.show();
    }

    private void activate() {
        topics.values().forEach(each -> Cards.active(each.panels().charts(), onStage && each == topic()));
    }

    private String whatIsOnStage() {
        if (model.topic().get() != Topic.SHAPE) {
            return messages.get("activation.subtitle." + model.topic().get().fileName());
        }
        String names = model.curves().picture().get().drawn().stream()
                .map(drawn -> messages.get("activation.name." + drawn.kind().id()))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? messages.get("activation.subtitle.none") : names;
    }

    private void restyle() {
        topics.values().forEach(TopicView::restyle);
        topic().show();
    }

    @Override
    public LabName name() {
        return LabName.ACTIVATION;
    }

    @Override
    public LabParts parts() {
        return parts;
    }

    @Override
    public List<ChartCard> charts() {
        return topic().panels().charts();
    }

    @Override
    public Document document() {
        return new Document.OfActivations(model.setup());
    }

    @Override
    public void open(Document document, @Nullable Path folder) {
        if (document instanceof Document.OfActivations activations) {
            model.open(activations.setup());
        }
    }

    @Override
    public void setOnStage(boolean nowOnStage) {
        onStage = nowOnStage;
        activate();
        model.shown(nowOnStage);
    }

    @Override
    public void close() {
        model.shown(false);
        newest.clear();
    }
}
