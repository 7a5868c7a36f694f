package hyperlab.ui.control.slider;

import hyperlab.ui.Messages;
import hyperlab.ui.control.field.FieldRow;
import hyperlab.ui.control.field.NumberField;
import hyperlab.ui.control.field.NumberRule;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/**
 * A label, the number as a field to its right, and a slider below. The field's id is {@code id-field}, the track's
 * {@code id-track}.
 */
public abstract class NumberSlider extends VBox {
    private static final double SNAP_PIXELS = 3;

    private final NumberField field;
    private final FieldRow row;
    private final SliderTrack track;
    private final double initial;
    private SliderScale scale;
    private List<SliderMark> marks = List.of();
    private Runnable settledListener = () -> {};
    private boolean compact;

    NumberSlider(
            String id,
            Messages messages,
            ObservableValue<String> label,
            SliderScale scale,
            NumberRule rule,
            double initial) {
        this.scale = scale;
        this.initial = initial;
        setId(id);
        getStyleClass().add("number-slider");
        field = new NumberField(id + "-field", messages, rule, initial);
        field.onSettled(() -> settledListener.run());
        track = new SliderTrack(new ValueActions());
        track.setId(id + "-track");
        track.setTicks(scale.ticks());
        track.accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> label.getValue() + " " + field.getText(), label, field.textProperty()));
        row = new FieldRow(label, field);
        getChildren().addAll(row, track);
        valueProperty().addListener((observed, before, inline) -> updateThumb());
        updateThumb();
    }

    /** The current value; bind it to a view model's property with {@code bindBidirectional}. */
    public final DoubleProperty valueProperty() {
        return field.valueProperty();
    }

    /**
     * Sets the listener that is called when a gesture ends: the thumb is released, a key moved it, or a number was
     * typed.
     */
    public final void onSettled(Runnable listener) {
        settledListener = listener;
    }

    /** Changes the rule for typed numbers; they may be outside the track's range. */
    public final void rule(NumberRule rule) {
        field.rule(rule);
    }

    /** Places a node, such as a series' mark, before the label and makes the label bold. */
    public final void emphasize(Node leading) {
        row.withLeading(leading).bold();
    }

    /** Places label, track and number permanently in one row, without ticks, for a group of short sliders. */
    public final void compact() {
        compact = true;
        getStyleClass().add("compact");
        track.setTicks(List.of());
        setInline(true);
    }

    /**
     * Places the track between label and number instead of below them, for wide layouts with little height. Returns
     * whether it was elsewhere.
     */
    final boolean setInline(boolean inline) {
        boolean middle = inline || compact;
        if (middle == !getChildren().contains(track)) {
            return false;
        }
        getChildren().remove(track);
        row.setMiddle(middle ? track : null);
        if (!middle) {
            getChildren().add(track);
        }
        return true;
    }

    /** The label's text in the current language. */
    public final String label() {
        return row.name();
    }

    /** Moves the number as the arrow keys do on the track, or by a large step. */
    public final void step(int steps, boolean large) {
        track.step(steps, large);
    }

    public final NumberField field() {
        return field;
    }

    final void setScale(SliderScale newScale) {
        scale = newScale;
        track.setTicks(compact ? List.of() : newScale.ticks());
        updateThumb();
    }

    final void showZones(List<Zone> zones, List<SliderMark> newMarks) {
        marks = List.copyOf(newMarks);
        track.setZones(zones.stream()
                .map(zone -> new SliderTrack.StyledRange(
                        scale.fraction(zone.from()),
                        scale.fraction(zone.to()),
                        zone.regime().name()))
                .filter(span -> span.to() > 0 && span.from() < 1)
                .toList());
        track.setMarks(marks.stream()
                .map(mark -> new SliderTick(scale.fraction(mark.at()), mark.label()))
                .filter(tick -> tick.at() >= 0 && tick.at() <= 1)
                .toList());
    }

    private void updateThumb() {
        track.fractionProperty()
                .set(Math.max(0, Math.min(1, scale.fraction(valueProperty().get()))));
    }

    private final class ValueActions implements SliderTrack.SliderActions {
        @Override
        public double valueAt(double place) {
            return scale.value(place);
        }

        @Override
        public void moveTo(double place) {
            valueProperty()
                    .set(marks.stream()
                            .filter(mark -> Math.abs(track.pixels(scale.fraction(mark.at()) - place)) < SNAP_PIXELS)
                            .mapToDouble(SliderMark::at)
                            .findFirst()
                            .orElseGet(() -> scale.value(place)));
        }

        @Override
        public void moveBy(int steps) {
            valueProperty().set(scale.step(valueProperty().get(), steps));
        }

        @Override
        public void moveByLarge(int steps) {
            moveBy(steps * scale.largeStep());
        }

        @Override
        public void resetToDefault() {
            valueProperty().set(initial);
        }

        @Override
        public void settle() {
            settledListener.run();
        }
    }
}
