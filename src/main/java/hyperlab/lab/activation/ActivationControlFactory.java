package hyperlab.lab.activation;

import hyperlab.activation.ActivationTopic;
import hyperlab.activation.ActivationTrainingSettings;
import hyperlab.data.DataSources;
import hyperlab.lab.LabContext;
import hyperlab.train.NetworkSettings;
import hyperlab.ui.Messages;
import hyperlab.ui.control.ChoiceComboBox;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.Section;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.field.FieldRow;
import hyperlab.ui.control.field.ListField;
import hyperlab.ui.control.field.NumberRule;
import hyperlab.ui.control.slider.LinearRange;
import hyperlab.ui.control.slider.LinearSlider;
import hyperlab.ui.control.slider.LogSlider;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** Builds the controls of the lab's studies, each with its id, tooltip and undo. */
final class ActivationControlFactory {
    /** The data sets that come with the program. */
    static final List<String> SOURCES = Stream.concat(DataSources.generators().stream(), DataSources.bundled().stream())
            .toList();

    private static final double MAX_EXACT_INTEGER = 1L << 53;

    private final LabContext context;
    private final Messages messages;
    private final ActivationViewModel model;

    ActivationControlFactory(LabContext context, ActivationViewModel model) {
        this.context = context;
        this.messages = context.messages();
        this.model = model;
    }

    LabContext context() {
        return context;
    }

    /** A number field. Its label has the message key {@code key} and its tooltip {@code key.hint}. */
    Node numberField(String id, String key, NumberRule rule, DoubleProperty number) {
        return FieldRow.ofNumber(messages, model.undo(), id, key, rule, number);
    }

    LinearSlider wholeNumberSlider(String id, String key, int low, int high, DoubleProperty number) {
        LinearSlider slider =
                new LinearSlider(id, messages, messages.bind(key), LinearRange.whole(low, high), number.get());
        slider.rule(NumberRule.wholeWithin(low, high));
        slider.valueProperty().bindBidirectional(number);
        slider.onSettled(model.undo()::settle);
        return Hints.withHint(slider, messages.bind(key + ".hint"));
    }

    LogSlider logSlider(String id, String key, double low, double high, DoubleProperty number) {
        LogSlider slider = new LogSlider(id, messages, messages.bind(key), low, high, number.get());
        slider.rule(NumberRule.POSITIVE);
        slider.valueProperty().bindBidirectional(number);
        slider.onSettled(model.undo()::settle);
        return Hints.withHint(slider, messages.bind(key + ".hint"));
    }

    <T> Node choiceField(String id, String key, List<T> values, Function<T, String> keyOf, ObjectProperty<T> chosen) {
        ChoiceComboBox<T> choice = new ChoiceComboBox<>(id, messages, values, keyOf);
        choice.valueProperty().bindBidirectional(chosen);
        choice.onSettled(model.undo()::settle);
        choice.getStyleClass().add("wide");
        return Hints.withHint(new FieldRow(messages.bind(key), choice), messages.bind(key + ".hint"));
    }

    /** A field for the seed of all random numbers. */
    Node seedField(String id) {
        return numberField(
                id,
                "activation.seed",
                NumberRule.wholeWithin(-MAX_EXACT_INTEGER, MAX_EXACT_INTEGER),
                model.settings().seedProperty());
    }

    /** A section with the data, hidden layers, learning rate, epochs and seeds of a topic's trainings. */
    Section trainingSection(
            String prefix, List<String> sources, TopicTrainingSettings settings, String rateKey, boolean seeds) {
        ListField hidden = new ListField(
                prefix + "-hidden",
                messages,
                NetworkSettings.MAX_LAYERS,
                NumberRule.wholeWithin(1, NetworkSettings.MAX_UNITS));
        hidden.getStyleClass().add("list-entry");
        hidden.onSettled(model.undo()::settle);
        hidden.valueProperty().bindBidirectional(settings.hiddenProperty());
        Section section = new Section(
                messages.bind("activation.training"),
                choiceField(
                        prefix + "-source",
                        "activation.source",
                        sources,
                        name -> "training.source." + name,
                        settings.sourceProperty()),
                Hints.withHint(
                        new FieldRow(messages.bind("activation.hidden"), hidden),
                        messages.bind("activation.hidden.hint")),
                logSlider(prefix + "-rate", rateKey, 0.001, 10, settings.learningRateProperty()),
                wholeNumberSlider(
                        prefix + "-epochs",
                        "activation.epochs",
                        1,
                        ActivationTrainingSettings.MAX_EPOCHS,
                        settings.epochsProperty()));
        if (seeds) {
            section.getChildren()
                    .add(numberField(
                            prefix + "-seeds",
                            "activation.seeds",
                            NumberRule.wholeWithin(1, ActivationTrainingSettings.MAX_SEEDS),
                            settings.seedsProperty()));
        }
        section.getChildren().add(seedField(prefix + "-seed"));
        section.getChildren().add(note("activation.training.note"));
        return section;
    }

    WrappedText note(String key) {
        return new WrappedText(messages.bind(key), "muted", "small");
    }

    /** A button that runs the study of a topic, or stops it while it runs. */
    Button runButton(String id, ActivationTopic topic) {
        Button button = new Button();
        button.setId(id);
        button.setMaxWidth(Double.MAX_VALUE);
        Runnable update = () -> {
            boolean running = model.studies().isRunning(topic);
            button.setGraphic(Icons.icon(running ? "fth-x" : "fth-play"));
            button.setText(messages.get(running ? "activation.stop" : "activation.run." + topic.fileName()));
        };
        model.viewStateProperty().addListener((observed, before, now) -> update.run());
        messages.languageProperty().addListener((observed, before, now) -> update.run());
        update.run();
        button.setOnAction(event -> {
            if (model.studies().isRunning(topic)) {
                model.stop();
            } else {
                model.run();
            }
        });
        return Hints.withHint(button, messages.bind("activation.run.hint"));
    }

    /** A notice in place of an empty chart, with a button that runs the study. */
    Node emptyNotice(String id, ActivationTopic topic) {
        Button run = runButton(id, topic);
        run.setMaxWidth(Button.USE_PREF_SIZE);
        return emptyState(new WrappedText(messages.bind("activation.empty." + topic.fileName())), run);
    }

    /** A notice in place of an empty chart. */
    Node emptyNotice(String key) {
        return emptyState(new WrappedText(messages.bind(key), "muted"));
    }

    private static VBox emptyState(WrappedText what, Node... more) {
        what.setAlignment(Pos.CENTER);
        VBox box = new VBox(what);
        box.getChildren().addAll(more);
        box.getStyleClass().add("empty-state");
        return box;
    }
}
