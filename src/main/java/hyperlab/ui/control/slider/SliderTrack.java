package hyperlab.ui.control.slider;

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
public final class SliderTrack extends Region {
    private static final double MARGIN = 2;
    private static final double TICK_LENGTH = 4;
    private static final double LABEL_GAP = 5;

    private final DoubleProperty fraction = new SimpleDoubleProperty(this, "fraction");
    private final Region line = TickLayout.region("track-line");
    private final Region fill = TickLayout.region("track-fill");
    private final Region thumb = TickLayout.region("track-thumb");
    private final List<ZoneRegion> zoneRegions = new ArrayList<>();
    private final TickLayout ticks = new TickLayout(this, "track-tick", "track-tick-label");
    private final TickLayout marks = new TickLayout(this, "track-mark", "track-mark-label");
    private final SliderActions actions;

    /** The user's actions on a slider. */
    public interface SliderActions {
        /** The number at a position, 0 … 1. */
        double valueAt(double position);

        /** Moves to a position, 0 … 1. */
        void moveTo(double position);

        void moveBy(int steps);

        void moveByLarge(int steps);

        void resetToDefault();

        /** Called when the gesture has ended. */
        void settle();
    }

    record StyledRange(double from, double to, String style) {}

    private record ZoneRegion(double from, double to, List<String> styles, Region region) {}

    public SliderTrack(SliderActions actions) {
        this.actions = actions;
        getStyleClass().add("track");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        thumb.setMouseTransparent(true);
        rebuild();
        fraction.addListener((observed, before, now) -> {
            requestLayout();
            notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        });
        setOnMousePressed(this::handlePress);
        setOnMouseDragged(this::handleDrag);
        setOnMouseReleased(event -> actions.settle());
        setOnKeyPressed(this::handleKey);
    }

    public DoubleProperty fractionProperty() {
        return fraction;
    }

    public void setTicks(List<SliderTick> newTicks) {
        show(ticks, newTicks);
    }

    void setMarks(List<SliderTick> newMarks) {
        show(marks, newMarks);
    }

    private void show(TickLayout tickLayout, List<SliderTick> news) {
        if (tickLayout.show(news)) {
            rebuild();
        } else {
            requestLayout();
        }
    }

    void setZones(List<StyledRange> spans) {
        List<List<String>> styles = spans.stream().map(SliderTrack::styles).toList();
        List<ZoneRegion> before = List.copyOf(zoneRegions);
        boolean sameStyles =
                styles.equals(before.stream().map(ZoneRegion::styles).toList());
        zoneRegions.clear();
        for (int k = 0; k < spans.size(); k++) {
            StyledRange span = spans.get(k);
            Region region = sameStyles ? before.get(k).region : TickLayout.region("track-zone");
            if (!sameStyles) {
                region.getStyleClass().addAll(styles.get(k));
            }
            zoneRegions.add(new ZoneRegion(span.from(), span.to(), styles.get(k), region));
        }
        if (sameStyles) {
            requestLayout();
        } else {
            rebuild();
        }
    }

    private static List<String> styles(StyledRange span) {
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
        return places * trackLength();
    }

    private void rebuild() {
        getChildren().clear();
        if (zoneRegions.isEmpty()) {
            getChildren().addAll(line, fill);
        }
        zoneRegions.forEach(zoneRegion -> getChildren().add(zoneRegion.region));
        getChildren().addAll(ticks.nodes());
        getChildren().addAll(marks.nodes());
        getChildren().add(thumb);
        requestLayout();
    }

    // layout

    private double thumbSize() {
        return thumb.prefHeight(-1);
    }

    /** The height of the thumb with a small margin. */
    private double bandHeight() {
        return thumbSize() + MARGIN;
    }

    private double edge() {
        return thumbSize() / 2 - 1;
    }

    private double lineTop() {
        return marks.isEmpty() ? 0 : marks.labelHeight() + MARGIN;
    }

    private double trackLength() {
        return Math.max(1, getWidth() - 2 * edge());
    }

    private double x(double position) {
        return edge() + Math.max(0, Math.min(1, position)) * trackLength();
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
        return lineTop() + bandHeight() + (ticks.isEmpty() ? 0 : ticks.labelHeight());
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
        double middle = lineTop() + bandHeight() / 2;
        double edge = edge();
        double thick = line.prefHeight(-1);
        line.resizeRelocate(edge - 2, middle - thick / 2, trackLength() + 4, thick);
        fill.resizeRelocate(edge - 2, middle - thick / 2, x(fraction.get()) - edge + 2, thick);
        for (ZoneRegion zoneRegion : zoneRegions) {
            double left = zoneRegion.from <= 0 ? edge - 2 : x(zoneRegion.from);
            double right = zoneRegion.to >= 1 ? edge + trackLength() + 2 : x(zoneRegion.to);
            double height = zoneRegion.region.prefHeight(-1);
            zoneRegion.region.resizeRelocate(left, middle - height / 2, Math.max(0, right - left), height);
        }
        double size = thumbSize();
        thumb.resizeRelocate(x(fraction.get()) - size / 2, middle - size / 2, size, size);
        ticks.layoutLines(this::x, middle + size / 2 - MARGIN, 1, TICK_LENGTH);
        ticks.layoutLabels(this::x, middle + bandHeight() / 2 + MARGIN, LABEL_GAP);
        marks.layoutLines(this::x, middle - bandHeight() / 2, 2, size - MARGIN);
        marks.layoutLabelsWithGap(this::x, 0, LABEL_GAP);
    }

    // input

    private void handlePress(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        requestFocus();
        if (event.getClickCount() >= 2) {
            actions.resetToDefault();
        } else {
            toMouse(event, actions::moveTo);
        }
        event.consume();
    }

    private void handleDrag(MouseEvent event) {
        if (event.isPrimaryButtonDown() && event.getClickCount() < 2) {
            toMouse(event, actions::moveTo);
        }
        event.consume();
    }

    private void toMouse(MouseEvent event, DoubleConsumer move) {
        move.accept(Math.max(0, Math.min(1, (event.getX() - edge()) / trackLength())));
    }

    /** Moves by steps as the arrow keys do, or by large steps as the page keys do. */
    void step(int steps, boolean large) {
        if (large) {
            actions.moveByLarge(steps);
        } else {
            actions.moveBy(steps);
        }
        actions.settle();
    }

    private void handleKey(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT, DOWN, KP_LEFT, KP_DOWN -> actions.moveBy(-1);
            case RIGHT, UP, KP_RIGHT, KP_UP -> actions.moveBy(1);
            case PAGE_DOWN -> actions.moveByLarge(-1);
            case PAGE_UP -> actions.moveByLarge(1);
            case HOME -> actions.moveTo(0);
            case END -> actions.moveTo(1);
            default -> {
                return;
            }
        }
        actions.settle();
        event.consume();
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> actions.valueAt(fraction.get());
            case MIN_VALUE -> actions.valueAt(0);
            case MAX_VALUE -> actions.valueAt(1);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
