package hyperlab.app.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The track of a slider: a line or colored zones, a thumb, ticks below, marks above. It works with positions from 0 to
 * 1, not with numbers. Arrows, Page Up and Page Down, Home and End move it while it has the focus; a double click
 * restores the default.
 */
final class Track extends Region {
    private static final double AROUND = 2;
    private static final double TICK = 4;
    private static final double LABEL_GAP = 5;

    private final DoubleProperty fraction = new SimpleDoubleProperty(this, "fraction");
    private final Region line = PlacedTicks.region("track-line");
    private final Region fill = PlacedTicks.region("track-fill");
    private final Region thumb = PlacedTicks.region("track-thumb");
    private final List<Stretch> stretches = new ArrayList<>();
    private final PlacedTicks ticks = new PlacedTicks(this, "track-tick", "track-tick-label");
    private final PlacedTicks marks = new PlacedTicks(this, "track-mark", "track-mark-label");
    private final Moves moves;

    /** The user's actions on a slider. */
    interface Moves {
        /** The number at a position, 0 … 1. */
        double number(double place);

        /** Moves to a position, 0 … 1. */
        void to(double place);

        void by(int steps);

        void byLarge(int steps);

        void toDefault();

        /** Called when the gesture has ended. */
        void settle();
    }

    record Span(double from, double to, String style) {}

    private record Stretch(double from, double to, List<String> styles, Region region) {}

    Track(Moves moves) {
        this.moves = moves;
        getStyleClass().add("track");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        thumb.setMouseTransparent(true);
        rebuild();
        fraction.addListener((observed, before, now) -> {
            requestLayout();
            notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        });
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(event -> moves.settle());
        setOnKeyPressed(this::key);
    }

    DoubleProperty fraction() {
        return fraction;
    }

    void ticks(List<Tick> newTicks) {
        show(ticks, newTicks);
    }

    void marks(List<Tick> newMarks) {
        show(marks, newMarks);
    }

    private void show(PlacedTicks placed, List<Tick> news) {
        if (placed.show(news)) {
            rebuild();
        } else {
            requestLayout();
        }
    }

    void spans(List<Span> spans) {
        List<List<String>> styles = spans.stream().map(Track::styles).toList();
        List<Stretch> before = List.copyOf(stretches);
        boolean alike = styles.equals(before.stream().map(Stretch::styles).toList());
        stretches.clear();
        for (int k = 0; k < spans.size(); k++) {
            Span span = spans.get(k);
            Region region = alike ? before.get(k).region : PlacedTicks.region("track-zone");
            if (!alike) {
                region.getStyleClass().addAll(styles.get(k));
            }
            stretches.add(new Stretch(span.from(), span.to(), styles.get(k), region));
        }
        if (alike) {
            requestLayout();
        } else {
            rebuild();
        }
    }

    private static List<String> styles(Span span) {
        List<String> styles = new ArrayList<>(List.of(span.style().toLowerCase(Locale.ROOT)));
        if (span.from() <= 0) {
            styles.add("first");
        }
        if (span.to() >= 1) {
            styles.add("last");
        }
        return styles;
    }

    /** Converts a distance between two positions to pixels. */
    double pixels(double places) {
        return places * length();
    }

    private void rebuild() {
        getChildren().clear();
        if (stretches.isEmpty()) {
            getChildren().addAll(line, fill);
        }
        stretches.forEach(stretch -> getChildren().add(stretch.region));
        getChildren().addAll(ticks.nodes());
        getChildren().addAll(marks.nodes());
        getChildren().add(thumb);
        requestLayout();
    }

    // layout

    private double thumb() {
        return thumb.prefHeight(-1);
    }

    /** The height of the thumb with a small margin. */
    private double band() {
        return thumb() + AROUND;
    }

    private double edge() {
        return thumb() / 2 - 1;
    }

    private double top() {
        return marks.isEmpty() ? 0 : marks.high() + AROUND;
    }

    private double length() {
        return Math.max(1, getWidth() - 2 * edge());
    }

    private double x(double place) {
        return edge() + Math.max(0, Math.min(1, place)) * length();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 200;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 80;
    }

    @Override
    protected double computePrefHeight(double width) {
        return top() + band() + (ticks.isEmpty() ? 0 : ticks.high());
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double middle = top() + band() / 2;
        double edge = edge();
        double thick = line.prefHeight(-1);
        line.resizeRelocate(edge - 2, middle - thick / 2, length() + 4, thick);
        fill.resizeRelocate(edge - 2, middle - thick / 2, x(fraction.get()) - edge + 2, thick);
        for (Stretch stretch : stretches) {
            double left = stretch.from <= 0 ? edge - 2 : x(stretch.from);
            double right = stretch.to >= 1 ? edge + length() + 2 : x(stretch.to);
            double height = stretch.region.prefHeight(-1);
            stretch.region.resizeRelocate(left, middle - height / 2, Math.max(0, right - left), height);
        }
        double size = thumb();
        thumb.resizeRelocate(x(fraction.get()) - size / 2, middle - size / 2, size, size);
        ticks.layoutLines(this::x, middle + size / 2 - AROUND, 1, TICK);
        ticks.layoutLabels(this::x, middle + band() / 2 + AROUND);
        marks.layoutLines(this::x, middle - band() / 2, 2, size - AROUND);
        marks.layoutLabelsApart(this::x, 0, LABEL_GAP);
    }

    // input

    private void press(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        requestFocus();
        if (event.getClickCount() >= 2) {
            moves.toDefault();
        } else {
            toMouse(event, moves::to);
        }
        event.consume();
    }

    private void drag(MouseEvent event) {
        if (event.isPrimaryButtonDown() && event.getClickCount() < 2) {
            toMouse(event, moves::to);
        }
        event.consume();
    }

    private void toMouse(MouseEvent event, DoubleConsumer move) {
        move.accept(Math.max(0, Math.min(1, (event.getX() - edge()) / length())));
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT, DOWN, KP_LEFT, KP_DOWN -> moves.by(-1);
            case RIGHT, UP, KP_RIGHT, KP_UP -> moves.by(1);
            case PAGE_DOWN -> moves.byLarge(-1);
            case PAGE_UP -> moves.byLarge(1);
            case HOME -> moves.to(0);
            case END -> moves.to(1);
            default -> {
                return;
            }
        }
        moves.settle();
        event.consume();
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> moves.number(fraction.get());
            case MIN_VALUE -> moves.number(0);
            case MAX_VALUE -> moves.number(1);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
