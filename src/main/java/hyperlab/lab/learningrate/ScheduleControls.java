package hyperlab.lab.learningrate;

import hyperlab.descent.DescentSetup;
import hyperlab.optim.Schedule;
import hyperlab.optim.ScheduleConstant;
import hyperlab.ui.Messages;
import hyperlab.ui.control.ChoiceComboBox;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.field.FieldRow;
import hyperlab.ui.control.field.NumberField;
import hyperlab.ui.control.field.NumberRule;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;

/** Controls for the selected racer's schedule and its constants. Only the constants of that schedule are visible. */
final class ScheduleControls extends VBox {
    private final Messages messages;
    private final LearningRateViewModel lab;
    private final ChoiceComboBox<String> kind;
    private final Map<ScheduleConstant, NumberField> fields = new EnumMap<>(ScheduleConstant.class);
    private final Map<ScheduleConstant, FieldRow> rows = new EnumMap<>(ScheduleConstant.class);
    private boolean updating;

    ScheduleControls(Messages messages, LearningRateViewModel lab) {
        this.messages = messages;
        this.lab = lab;
        getStyleClass().add("controls-group");
        kind = new ChoiceComboBox<>(
                "learning-rate-schedule",
                messages,
                Schedule.all().stream().map(Schedule::name).toList(),
                name -> "component.schedule." + name);
        kind.onSettled(lab.undo()::settle);
        FieldRow row = new FieldRow(messages.bind("learning-rate.schedule"), kind);
        getChildren().add(Hints.withHint(row, messages.bind("learning-rate.schedule.hint")));
        listen(kind.valueProperty(), () -> Schedule.byName(kind.getValue()));
        for (ScheduleConstant constant : ScheduleConstant.values()) {
            addField(constant);
        }
        lab.settings().scheduleProperty().addListener((observed, before, now) -> update(now));
        update(lab.settings().scheduleProperty().get());
    }

    private void addField(ScheduleConstant constant) {
        NumberField field = new NumberField("learning-rate-schedule-" + constant.key(), messages, rule(constant), 0);
        field.onSettled(lab.undo()::settle);
        FieldRow row = new FieldRow(messages.bind("learning-rate.schedule." + constant.key() + ".label"), field);
        row.managedProperty().bind(row.visibleProperty());
        Hints.withHint(row, messages.bind("learning-rate.schedule." + constant.key() + ".hint"));
        fields.put(constant, field);
        rows.put(constant, row);
        getChildren().add(row);
        listen(
                field.valueProperty(),
                () -> lab.settings()
                        .scheduleProperty()
                        .get()
                        .with(constant, field.valueProperty().get()));
    }

    private static NumberRule rule(ScheduleConstant constant) {
        NumberRule rule = NumberRule.of(constant.range());
        return rule.whole() ? rule.atMost(DescentSetup.MAX_STEPS) : rule;
    }

    private void listen(ObservableValue<?> control, Supplier<Schedule> chosen) {
        control.addListener((observed, before, now) -> {
            if (!updating && now != null) {
                lab.settings().scheduleProperty().set(chosen.get());
                lab.undo().settle();
            }
        });
    }

    private void update(Schedule schedule) {
        updating = true;
        try {
            kind.setValue(schedule.name());
            fields.forEach((constant, field) -> {
                Objects.requireNonNull(rows.get(constant))
                        .setVisible(schedule.value(constant).isPresent());
                schedule.value(constant).ifPresent(field.valueProperty()::set);
            });
        } finally {
            updating = false;
        }
    }
}
