package hyperlab.app.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Tick marks on a track, some with a label. Ticks that only move, such as at each step of a descent path, keep their
 * nodes.
 */
final class PlacedTicks {
    private final Region track;
    private final String lineStyle;
    private final String labelStyle;
    private final List<Placed> placed = new ArrayList<>();

    private record Placed(double at, Region line, @Nullable Label label) {
        double width() {
            return label == null ? 0 : label.prefWidth(-1);
        }
    }

    /** @param track the region that contains the ticks; the caller adds the nodes to it */
    PlacedTicks(Region track, String lineStyle, String labelStyle) {
        this.track = track;
        this.lineStyle = lineStyle;
        this.labelStyle = labelStyle;
    }

    /** Shows these ticks; returns whether the nodes were replaced. */
    boolean show(List<Tick> ticks) {
        if (areNamedAlike(ticks)) {
            move(ticks);
            return false;
        }
        placed.clear();
        ticks.forEach(tick -> placed.add(new Placed(tick.at(), region(lineStyle), label(tick.label()))));
        return true;
    }

    private boolean areNamedAlike(List<Tick> ticks) {
        if (ticks.size() != placed.size()) {
            return false;
        }
        for (int k = 0; k < ticks.size(); k++) {
            if (ticks.get(k).label().isEmpty() != (placed.get(k).label == null)) {
                return false;
            }
        }
        return true;
    }

    private void move(List<Tick> ticks) {
        for (int k = 0; k < ticks.size(); k++) {
            Tick tick = ticks.get(k);
            Placed before = placed.get(k);
            if (before.label != null) {
                before.label.setText(tick.label());
            }
            placed.set(k, new Placed(tick.at(), before.line, before.label));
        }
    }

    private @Nullable Label label(String text) {
        if (text.isEmpty()) {
            return null;
        }
        Label label = new Label(text);
        label.getStyleClass().add(labelStyle);
        label.setMouseTransparent(true);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** A part of a track that is transparent to the mouse. */
    static Region region(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        region.setMouseTransparent(true);
        return region;
    }

    List<Node> nodes() {
        return placed.stream()
                .flatMap(one -> Stream.<Node>concat(Stream.of(one.line), Stream.ofNullable(one.label)))
                .toList();
    }

    boolean isEmpty() {
        return placed.isEmpty();
    }

    /** The height of the tallest label; 0 without labels. */
    double high() {
        return placed.stream()
                .mapToDouble(one -> one.label == null ? 0 : one.label.prefHeight(-1))
                .max()
                .orElse(0);
    }

    /** @param x maps a position on the track, 0 … 1, to pixels */
    void layoutLines(DoubleUnaryOperator x, double y, double thick, double length) {
        placed.forEach(one ->
                one.line.resizeRelocate(Math.rint(x.applyAsDouble(one.at)) - thick / 2, y, Math.ceil(thick), length));
    }

    /** Centers each label at its tick, within the bounds of the track. */
    void layoutLabels(DoubleUnaryOperator x, double y) {
        List<Placed> labelled = labelled();
        layout(labelled, lefts(labelled, x), y);
    }

    /** The same with at least {@code gap} pixels between neighbors; overlapping labels are both moved. */
    void layoutLabelsApart(DoubleUnaryOperator x, double y, double gap) {
        List<Placed> labelled = labelled();
        double[] lefts = lefts(labelled, x);
        for (int k = 1; k < lefts.length; k++) {
            double overlap = lefts[k - 1] + labelled.get(k - 1).width() + gap - lefts[k];
            if (overlap > 0) {
                double back = Math.min(overlap / 2, lefts[k - 1]);
                lefts[k - 1] -= back;
                lefts[k] += overlap - back;
            }
        }
        layout(labelled, lefts, y);
    }

    private List<Placed> labelled() {
        return placed.stream().filter(one -> one.label != null).toList();
    }

    private double[] lefts(List<Placed> labelled, DoubleUnaryOperator x) {
        return labelled.stream()
                .mapToDouble(one -> onTrack(x.applyAsDouble(one.at) - one.width() / 2, one.width()))
                .toArray();
    }

    private double onTrack(double left, double width) {
        return Math.max(0, Math.min(track.getWidth() - width, left));
    }

    private void layout(List<Placed> labelled, double[] lefts, double y) {
        for (int k = 0; k < lefts.length; k++) {
            Label label = labelled.get(k).label;
            if (label != null) {
                label.autosize();
                label.relocate(
                        track.snapPositionX(onTrack(lefts[k], labelled.get(k).width())), track.snapPositionY(y));
            }
        }
    }
}
