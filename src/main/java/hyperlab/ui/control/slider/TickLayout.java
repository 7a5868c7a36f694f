package hyperlab.ui.control.slider;

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
final class TickLayout {
    private final Region track;
    private final String lineStyle;
    private final String labelStyle;
    private final List<TickNode> tickNodes = new ArrayList<>();

    private record TickNode(
            double at, Region line, @Nullable Label label) {
        double width() {
            return label == null ? 0 : label.prefWidth(-1);
        }
    }

    /** @param track the region that contains the ticks; the caller adds the nodes to it */
    TickLayout(Region track, String lineStyle, String labelStyle) {
        this.track = track;
        this.lineStyle = lineStyle;
        this.labelStyle = labelStyle;
    }

    /** Shows these ticks; returns whether the nodes were replaced. */
    boolean show(List<SliderTick> ticks) {
        if (hasSameLabels(ticks)) {
            move(ticks);
            return false;
        }
        tickNodes.clear();
        ticks.forEach(tick -> tickNodes.add(new TickNode(tick.at(), region(lineStyle), label(tick.label()))));
        return true;
    }

    private boolean hasSameLabels(List<SliderTick> ticks) {
        if (ticks.size() != tickNodes.size()) {
            return false;
        }
        for (int k = 0; k < ticks.size(); k++) {
            if (ticks.get(k).label().isEmpty() != (tickNodes.get(k).label == null)) {
                return false;
            }
        }
        return true;
    }

    private void move(List<SliderTick> ticks) {
        for (int k = 0; k < ticks.size(); k++) {
            SliderTick tick = ticks.get(k);
            TickNode before = tickNodes.get(k);
            if (before.label != null) {
                before.label.setText(tick.label());
            }
            tickNodes.set(k, new TickNode(tick.at(), before.line, before.label));
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
        return tickNodes.stream()
                .flatMap(node -> Stream.<Node>concat(Stream.of(node.line), Stream.ofNullable(node.label)))
                .toList();
    }

    boolean isEmpty() {
        return tickNodes.isEmpty();
    }

    /** The height of the tallest label; 0 without labels. */
    double labelHeight() {
        return tickNodes.stream()
                .mapToDouble(node -> node.label == null ? 0 : node.label.prefHeight(-1))
                .max()
                .orElse(0);
    }

    /** @param x maps a position on the track, 0 … 1, to pixels */
    void layoutLines(DoubleUnaryOperator x, double y, double thick, double length) {
        tickNodes.forEach(node ->
                node.line.resizeRelocate(Math.rint(x.applyAsDouble(node.at)) - thick / 2, y, Math.ceil(thick), length));
    }

    /**
     * Centers each label at its tick, within the bounds of the track. On a short track, labels that would be less than
     * {@code gap} pixels from another one are hidden; the first and the last one stay.
     */
    void layoutLabels(DoubleUnaryOperator x, double y, double gap) {
        List<TickNode> labeled = labeled();
        double[] lefts = lefts(labeled, x);
        int last = lefts.length - 1;
        double free = Double.NEGATIVE_INFINITY;
        for (int k = 0; k <= last; k++) {
            double right = lefts[k] + labeled.get(k).width() + gap;
            boolean fits = lefts[k] >= free && (k == 0 || k == last || right <= lefts[last]);
            free = fits ? right : free;
            Label label = labeled.get(k).label;
            if (label != null) {
                label.setVisible(fits);
            }
        }
        layout(labeled, lefts, y);
    }

    /** The same with at least {@code gap} pixels between neighbors; overlapping labels are both moved. */
    void layoutLabelsWithGap(DoubleUnaryOperator x, double y, double gap) {
        List<TickNode> labeled = labeled();
        double[] lefts = lefts(labeled, x);
        for (int k = 1; k < lefts.length; k++) {
            double overlap = lefts[k - 1] + labeled.get(k - 1).width() + gap - lefts[k];
            if (overlap > 0) {
                double back = Math.min(overlap / 2, lefts[k - 1]);
                lefts[k - 1] -= back;
                lefts[k] += overlap - back;
            }
        }
        layout(labeled, lefts, y);
    }

    private List<TickNode> labeled() {
        return tickNodes.stream().filter(node -> node.label != null).toList();
    }

    private double[] lefts(List<TickNode> labeled, DoubleUnaryOperator x) {
        return labeled.stream()
                .mapToDouble(node -> onTrack(x.applyAsDouble(node.at) - node.width() / 2, node.width()))
                .toArray();
    }

    private double onTrack(double left, double width) {
        return Math.max(0, Math.min(track.getWidth() - width, left));
    }

    private void layout(List<TickNode> labeled, double[] lefts, double y) {
        for (int k = 0; k < lefts.length; k++) {
            Label label = labeled.get(k).label;
            if (label != null) {
                label.autosize();
                label.relocate(
                        track.snapPositionX(onTrack(lefts[k], labeled.get(k).width())), track.snapPositionY(y));
            }
        }
    }
}
