package hyperlab.app.control;

import hyperlab.app.Messages;
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
    private static final double CATCH_PIXELS = 3;

    private final NumberField field;
    private final FieldRow row;
    private final Track track;
    private final double initial;
    private Scale scale;
    private List<Mark> marks = List.of();
    private Runnable settled = () -> {};

    NumberSlider(
            String id, Messages messages, ObservableValue<String> label, Scale scale, NumberRule rule, double initial) {
        this.scale = scale;
        this.initial = initial;
        setId(id);
        getStyleClass().add("number-slider");
        field = new NumberField(id + "-field", messages, rule, initial);
        field.onSettled(() -> settled.run());
        track = new Track(new Gestures());
        track.setId(id + "-track");
        track.ticks(scale.ticks());
        track.accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> label.getValue() + " " + field.getText(), label, field.textProperty()));
        row = new FieldRow(label, field);
        getChildren().addAll(row, track);
        value().addListener((observed, before, now) -> place());
        place();
    }

    /** The current value; bind it to a view model's property with {@code bindBidirectional}. */
    public final DoubleProperty value() {
        return field.value();
    }

    /**
     * Sets the listener that is called when a gesture ends: the thumb is released, a key moved it, or a number was
     * typed.
     */
    public final void onSettled(Runnable listener) {
        settled = listener;
    }

    /** Changes the rule for typed numbers; they may be outside the track's range. */
    public final void rule(NumberRule rule) {
        field.rule(rule);
    }

    /** Places a node, such as a series' mark, before the label and makes the label bold. */
    public final void strong(Node leading) {
        row.leading(leading).strong();
    }

    /** Places the track between label and number instead of below them, for wide layouts with little height. */
    final void across(boolean now) {
        getChildren().remove(track);
        row.middle(now ? track : null);
        if (!now) {
            getChildren().add(track);
        }
    }

    final NumberField field() {
        return field;
    }

    final void scale(Scale newScale) {
        scale = newScale;
        track.ticks(newScale.ticks());
        place();
    }

    final void paint(List<Zone> zones, List<Mark> newMarks) {
        marks = List.copyOf(newMarks);
        track.spans(zones.stream()
                .map(zone -> new Track.Span(
                        scale.fraction(zone.from()),
                        scale.fraction(zone.to()),
                        zone.regime().name()))
                .filter(span -> span.to() > 0 && span.from() < 1)
                .toList());
        track.marks(marks.stream()
                .map(mark -> new Tick(scale.fraction(mark.at()), mark.label()))
                .filter(tick -> tick.at() >= 0 && tick.at() <= 1)
                .toList());
    }

    private void place() {
        track.fraction().set(Math.max(0, Math.min(1, scale.fraction(value().get()))));
    }

    private final class Gestures implements Track.Moves {
        @Override
        public double number(double place) {
            return scale.value(place);
        }

        @Override
        public void to(double place) {
            value().set(marks.stream()
                    .filter(mark -> Math.abs(track.pixels(scale.fraction(mark.at()) - place)) < CATCH_PIXELS)
                    .mapToDouble(Mark::at)
                    .findFirst()
                    .orElseGet(() -> scale.value(place)));
        }

        @Override
        public void by(int steps) {
            value().set(scale.step(value().get(), steps));
        }

        @Override
        public void byLarge(int steps) {
            by(steps * scale.largeStep());
        }

        @Override
        public void toDefault() {
            value().set(initial);
        }

        @Override
        public void settle() {
            settled.run();
        }
    }
}
