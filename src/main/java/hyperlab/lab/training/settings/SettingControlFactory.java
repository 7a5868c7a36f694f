package hyperlab.lab.training.settings;

import hyperlab.optim.OptimizerConstant;
import hyperlab.text.ComponentTexts;
import hyperlab.ui.Messages;
import hyperlab.ui.UndoHistory;
import hyperlab.ui.control.ChoiceComboBox;
import hyperlab.ui.control.FocusableToggleSwitch;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.field.FieldRow;
import hyperlab.ui.control.field.NumberField;
import hyperlab.ui.control.field.NumberRule;
import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/**
 * Creates the rows of the settings panel. Each has a label, a field and a hint, with the message keys {@code key} and
 * {@code key.hint}. A row is visible if the experiment has its setting. The hint ends with when a change takes effect.
 */
public final class SettingControlFactory {
    private final Messages messages;
    private final UndoHistory undo;

    public SettingControlFactory(Messages messages, UndoHistory undo) {
        this.messages = messages;
        this.undo = undo;
    }

    public Node number(String id, String key, NumberRule rule, Setting<Double> setting) {
        return shownIfSet(setting, withHint(numberRow(id, key, rule, setting), key));
    }

    private FieldRow numberRow(String id, String key, NumberRule rule, Setting<Double> setting) {
        Double now = setting.get();
        NumberField field = new NumberField(id, messages, rule, now == null ? 0 : now);
        field.onSettled(undo::settle);
        SettingBindings.bindNumber(field.valueProperty(), setting);
        return new FieldRow(messages.bind(key), field);
    }

    /** The row of a constant of the selected optimizer, whose hint may depend on the optimizer. */
    Node constant(OptimizerSettings optimizer, OptimizerConstant constant) {
        String key = "training.constant." + constant.key();
        Setting<Double> setting = optimizer.constant(constant);
        FieldRow row = numberRow("training-" + constant.key(), key, NumberRule.of(constant.range()), setting);
        ObservableValue<String> hint = messages.compute(
                () -> messages.get(ComponentTexts.hintKey(
                                messages.texts(), optimizer.kind().get(), constant, key + ".hint"))
                        + " "
                        + messages.get(takesEffectKey(key)),
                optimizer.kind());
        return shownIfSet(setting, Hints.withHint(row, hint));
    }

    public Node integer(String id, String key, NumberRule rule, Setting<Integer> setting) {
        Integer now = setting.get();
        NumberField field = new NumberField(id, messages, rule, now == null ? 0 : now);
        field.onSettled(undo::settle);
        SettingBindings.bindInteger(field.valueProperty(), setting);
        return shownIfSet(setting, withHint(new FieldRow(messages.bind(key), field), key));
    }

    Node toggle(String id, String key, Setting<Boolean> setting) {
        return shownIfSet(setting, withHint(new FieldRow(messages.bind(key), toggleSwitch(id, setting)), key));
    }

    /** A switch that is disabled while it has no effect. Then the hint of its row is {@code key.noEffect}. */
    Node toggleWhile(ObservableValue<Boolean> effective, String id, String key, Setting<Boolean> setting) {
        return shownIfSet(setting, rowWhile(effective, key, toggleSwitch(id, setting)));
    }

    private static FocusableToggleSwitch toggleSwitch(String id, Setting<Boolean> setting) {
        FocusableToggleSwitch toggle = new FocusableToggleSwitch(id);
        SettingBindings.bind(toggle.selectedProperty(), setting, on -> on, on -> on);
        return toggle;
    }

    /**
     * A choice among several kinds, identified by their names. The label of each has the message key {@code key.name}.
     */
    public <T> Node choice(
            String id,
            String key,
            List<String> names,
            Setting<T> setting,
            Function<String, T> fromName,
            Function<? super T, String> nameOf) {
        return choice(id, key, key, names, setting, fromName, nameOf);
    }

    /**
     * A choice that is disabled while it has no effect. Then the hint of its row is the text of {@code key.noEffect}.
     */
    public <T> Node choiceWhile(
            ObservableValue<Boolean> effective,
            String id,
            String key,
            List<String> names,
            Setting<T> setting,
            Function<String, T> fromName,
            Function<? super T, String> nameOf) {
        return rowWhile(effective, key, choiceBox(id, key, names, setting, fromName, nameOf));
    }

    /** A row whose control is disabled while it has no effect. */
    private FieldRow rowWhile(ObservableValue<Boolean> effective, String key, Node control) {
        control.disableProperty().bind(effective.map(now -> !now));
        String when = takesEffectKey(key);
        // The row stays enabled, because a disabled node shows no tooltip.
        return Hints.withHint(
                new FieldRow(messages.bind(key), control),
                messages.compute(
                        () -> effective.getValue()
                                ? messages.get(key + ".hint") + " " + messages.get(when)
                                : messages.get(key + ".noEffect"),
                        effective));
    }

    /** A choice whose labels have the message keys {@code namePrefix.name}. */
    <T> Node choice(
            String id,
            String key,
            String namePrefix,
            List<String> names,
            Setting<T> setting,
            Function<String, T> fromName,
            Function<? super T, String> nameOf) {
        return withHint(
                new FieldRow(messages.bind(key), choiceBox(id, namePrefix, names, setting, fromName, nameOf)), key);
    }

    private <T> ChoiceComboBox<String> choiceBox(
            String id,
            String namePrefix,
            List<String> names,
            Setting<T> setting,
            Function<String, T> fromName,
            Function<? super T, String> nameOf) {
        ChoiceComboBox<String> choice = new ChoiceComboBox<>(id, messages, names, name -> namePrefix + "." + name);
        choice.onSettled(undo::settle);
        SettingBindings.bind(choice.valueProperty(), setting, fromName, nameOf);
        return choice;
    }

    /** Adds the hint of a setting to a control, including when a change takes effect. */
    public <N extends Node> N withHint(N node, String key) {
        String when = takesEffectKey(key);
        return Hints.withHint(node, messages.compute(() -> messages.get(key + ".hint") + " " + messages.get(when)));
    }

    private static String takesEffectKey(String key) {
        return LiveChanges.NAME_KEYS.contains(key) ? "training.holds.nextStep" : "training.holds.restart";
    }

    /** Shows a row only if the experiment has the setting. */
    static Node shownIfSet(Setting<?> setting, Node row) {
        return showWhile(setting.isNotNull(), row);
    }

    public static Node showWhile(ObservableValue<Boolean> shown, Node row) {
        row.visibleProperty().bind(shown);
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }
}
