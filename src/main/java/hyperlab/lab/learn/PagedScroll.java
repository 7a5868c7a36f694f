package hyperlab.lab.learn;

import hyperlab.ui.Appearance;
import hyperlab.ui.NodeListeners;
import hyperlab.ui.control.ScrollPanes;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.PagedStage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;

/**
 * A column of text that scrolls. In presentation mode it does not scroll: it shows one screen after another, and nothing
 * that fits on a screen is cut. A chart grows into the room that is left on its screen; a screen without a chart is
 * enlarged. FX thread only.
 */
class PagedScroll extends PagedStage {
    /** Space above and below a screen of text. */
    private static final double MARGIN = 12;
    /** The space around a node in which its focus is marked. */
    private static final double FOCUS_RING = 4;
    /** How far the wheel moves for the next screen. */
    private static final double WHEEL_PIXELS = 40;

    /** The style class of the places of charts, whose height a presentation fits to its screens. */
    static final String CHART_STYLE = "page-chart";
    /** A lower chart is moved to the next screen instead. */
    private static final double LEAST_CHART = 1 / 3.0;

    /** Larger text would look like another kind of text. */
    private static final double MAX_ZOOM = 1.3;

    private static final String HEADING_STYLE = "page-heading";
    /** The style class of the buttons below a page. */
    static final String FOOT_STYLE = "page-foot";
    /** The style classes of what is divided only if it is higher than a screen. */
    private static final Set<String> WHOLE_STYLES = Set.of("stage-card", PageLessons.STYLE);

    private final Appearance appearance;
    private final Screens screens;
    private List<Double> tops = List.of(0.0);
    private double wheel;

    /**
     * @param body what is divided into screens
     * @param column the part of it that has the text and may be narrower; or the body itself
     */
    PagedScroll(Region body, Region column, Appearance appearance) {
        this.appearance = appearance;
        screens = new Screens(body, column);
        setFocusTraversable(false);
        setContent(screens);
        NodeListeners.listen(this, appearance.presentationProperty(), this::applyPresentation);
        applyPresentation();
        // The screens depend on the height, which is not that of the column.
        viewportBoundsProperty().addListener((observed, before, now) -> {
            if (isPaged() && before.getHeight() != now.getHeight()) {
                screens.requestLayout();
            }
        });
        vvalueProperty().addListener((observed, before, now) -> {
            if (isPaged() && now.doubleValue() != 0) {
                setVvalue(0);
            }
        });
        addEventFilter(ScrollEvent.SCROLL, this::handleWheel);
        addEventFilter(KeyEvent.KEY_PRESSED, this::handleTab);
        addEventFilter(KeyEvent.KEY_RELEASED, event -> {
            if (isPaged() && event.getCode() == KeyCode.TAB && event.getTarget() instanceof Node focused) {
                reveal(focused);
            }
        });
    }

    /** After another screen was turned to, Tab goes to what is on it, instead of back to the screen with the focus. */
    private void handleTab(KeyEvent event) {
        if (isPaged()
                && event.getCode() == KeyCode.TAB
                && !event.isControlDown()
                && event.getTarget() instanceof Node focused
                && !isOnScreen(focused)) {
            List<Node> targets = new ArrayList<>();
            addTargets(screens, targets);
            if (!targets.isEmpty()) {
                targets.get(event.isShiftDown() ? targets.size() - 1 : 0).requestFocus();
                event.consume();
            }
        }
    }

    /** Adds what can have the focus and is on the shown screen. */
    private void addTargets(Node node, List<Node> targets) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable() && isOnScreen(node)) {
            targets.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> addTargets(child, targets));
        }
    }

    private boolean isOnScreen(Node node) {
        return screenOf(node) == pageProperty().get();
    }

    private int screenOf(Node node) {
        double top =
                screens.sceneToLocal(node.localToScene(node.getBoundsInLocal())).getMinY();
        int index = 0;
        while (index + 1 < tops.size() && tops.get(index + 1) <= top + 1) {
            index++;
        }
        return index;
    }

    private void applyPresentation() {
        applyPaging();
        showPage(0);
        setVvalue(0);
        screens.requestLayout();
    }

    @Override
    protected boolean isPaged() {
        return appearance.presentationProperty().get();
    }

    @Override
    protected void placePage() {
        screens.place();
    }

    /**
     * Scrolls by a number of screens, or shows the next or the previous one. Returns false if it was already at the end.
     */
    boolean scrollBy(double distance) {
        if (!isPaged()) {
            return ScrollPanes.scrollBy(this, distance);
        }
        int before = pageProperty().get();
        showPage(before + (distance < 0 ? -1 : 1));
        return pageProperty().get() != before;
    }

    /** Scrolls as little as possible, or shows another screen, to make a node of the column visible. */
    void reveal(Node node) {
        if (!isPaged()) {
            ScrollPanes.scrollTo(this, node);
            return;
        }
        complete();
        showPage(screenOf(node));
    }

    /** Scrolls a node of the column to the middle, or shows the screen that has it. */
    void center(Node node) {
        if (isPaged()) {
            reveal(node);
        } else {
            ScrollPanes.center(this, node);
        }
    }

    /** What is at the top, as a fraction of the height that can be scrolled, or of the screens, from 0 to 1. */
    double position() {
        return isPaged()
                ? pageProperty().get() / Math.max(1.0, pageCountProperty().get() - 1.0)
                : getVvalue();
    }

    /** Shows what is at a {@link #position}. */
    void scrollTo(double position) {
        complete();
        if (isPaged()) {
            showPage((int) Math.round(position * (pageCountProperty().get() - 1)));
        } else {
            setVvalue(position);
        }
    }

    /** Completes the layout, because content that grows later would shift the position. */
    private void complete() {
        for (int pass = 0; pass < 2; pass++) {
            applyCss();
            layout();
        }
    }

    private void handleWheel(ScrollEvent event) {
        if (!isPaged()) {
            return;
        }
        event.consume();
        wheel = Math.signum(wheel) == -Math.signum(event.getDeltaY()) ? 0 : wheel;
        wheel += event.getDeltaY();
        if (Math.abs(wheel) >= WHEEL_PIXELS) {
            scrollBy(-Math.signum(wheel));
            wheel = 0;
        }
    }

    /** The column, of which a presentation shows a part. */
    private final class Screens extends StackPane {
        private final Region body;
        private final Region column;
        private final Rectangle shownPart = new Rectangle();
        private final Scale zoom = new Scale();

        Screens(Region body, Region column) {
            super(body);
            this.body = body;
            this.column = column;
            getStyleClass().add("paged-column");
            getTransforms().add(zoom);
        }

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            double height = getViewportBounds().getHeight() - 2 * margin();
            if (isPaged() && height > 0) {
                List<Region> charts = charts();
                charts.forEach(chart -> chart.setPrefHeight(USE_COMPUTED_SIZE));
                layoutBody();
                tops = PageBreaks.of(box(body, height), height);
                charts.forEach(chart -> shrinkToScreenBefore(chart, height));
                for (int screen = 0; screen < tops.size(); screen++) {
                    growToFill(screen, charts, height);
                }
            } else {
                charts().forEach(chart -> chart.setPrefHeight(USE_COMPUTED_SIZE));
                tops = List.of(0.0);
            }
            setPageCount(tops.size());
            place();
        }

        /** The places of the charts from top to bottom. */
        private List<Region> charts() {
            return body.lookupAll("." + CHART_STYLE).stream()
                    .filter(Region.class::isInstance)
                    .map(Region.class::cast)
                    .sorted(Comparator.comparingDouble(this::top))
                    .toList();
        }

        private double top(Node node) {
            return sceneToLocal(node.localToScene(node.getLayoutBounds())).getMinY();
        }

        /** A chart that begins a screen goes into the rest of the screen before, unless that is too low. */
        private void shrinkToScreenBefore(Region chart, double height) {
            for (int screen = 1; screen < tops.size(); screen++) {
                double rest = tops.get(screen - 1) + height - tops.get(screen);
                if (Math.abs(tops.get(screen) - top(chart)) < 1 && rest >= LEAST_CHART * height) {
                    setChartHeight(chart, rest, height);
                    return;
                }
            }
        }

        /** The last chart of a screen gets the room that is left on it. */
        private void growToFill(int screen, List<Region> charts, double height) {
            double top = tops.get(screen);
            double next = screen + 1 < tops.size() ? tops.get(screen + 1) : Double.POSITIVE_INFINITY;
            double bottom = box(body, height).lastBottom(next);
            charts.stream()
                    .filter(chart -> top(chart) > top - 1 && top(chart) + chart.getHeight() <= bottom + 1)
                    .reduce((one, other) -> other)
                    .ifPresent(chart -> setChartHeight(chart, chart.getHeight() + top + height - bottom, height));
        }

        private void setChartHeight(Region chart, double chartHeight, double height) {
            chart.setPrefHeight(Math.floor(chartHeight));
            layoutBody();
            tops = PageBreaks.of(box(body, height), height);
        }

        private void layoutBody() {
            body.resize(body.getWidth(), body.prefHeight(body.getWidth()));
            body.layout();
        }

        private double margin() {
            return appearance.scaledLength(MARGIN);
        }

        void place() {
            if (!isPaged()) {
                setTranslateY(0);
                setClip(null);
                zoomBy(1, 0);
                return;
            }
            int page = pageProperty().get();
            double top = tops.get(page);
            double bottom = page + 1 < tops.size() ? tops.get(page + 1) : body.getHeight();
            setTranslateY(snapPositionY(margin() - top));
            zoomBy(zoomOf(page, top), top);
            shownPart.setY(top - FOCUS_RING);
            shownPart.setWidth(getWidth());
            shownPart.setHeight(
                    Math.max(0, Math.min(bottom - top, getViewportBounds().getHeight() - margin() + FOCUS_RING)));
            setClip(shownPart);
        }

        private void zoomBy(double factor, double top) {
            zoom.setPivotX(getWidth() / 2);
            zoom.setPivotY(top);
            zoom.setX(factor);
            zoom.setY(factor);
        }

        /** How much a screen is enlarged: one without a chart as far as it is not cut. */
        private double zoomOf(int page, double top) {
            double height = getViewportBounds().getHeight() - 2 * margin();
            double next = page + 1 < tops.size() ? tops.get(page + 1) : Double.POSITIVE_INFINITY;
            double used = box(body, height).lastBottom(next) - top;
            boolean hasChart = charts().stream()
                    .anyMatch(chart -> top(chart) > top - chart.getHeight() + 1 && top(chart) < next - 1);
            if (hasChart || !(used > 0) || !(column.getWidth() > 0)) {
                return 1;
            }
            double across = (getWidth() - 2 * margin()) / column.getWidth();
            return Math.max(1, Math.min(MAX_ZOOM, Math.min(across, height / used)));
        }

        /** What of the column may be divided where; what is whole and fits on a screen of this height is not. */
        private PageBreaks.Box box(Node node, double height) {
            Bounds bounds = sceneToLocal(node.localToScene(node.getLayoutBounds()));
            boolean isWhole =
                    node.getStyleClass().stream().anyMatch(WHOLE_STYLES::contains) && bounds.getHeight() <= height;
            List<PageBreaks.Box> parts =
                    divides(node) && !isWhole ? rows(((Parent) node).getChildrenUnmodifiable(), height) : List.of();
            return new PageBreaks.Box(bounds.getMinY(), bounds.getMaxY(), keep(node, parts), parts);
        }

        private static PageBreaks.Keep keep(Node node, List<PageBreaks.Box> parts) {
            boolean endsWithHeading =
                    !parts.isEmpty() && parts.get(parts.size() - 1).keep() == PageBreaks.Keep.WITH_NEXT;
            if (endsWithHeading || node.getStyleClass().contains(HEADING_STYLE)) {
                return PageBreaks.Keep.WITH_NEXT;
            }
            return node.getStyleClass().contains(FOOT_STYLE) ? PageBreaks.Keep.WITH_PREVIOUS : PageBreaks.Keep.ALONE;
        }

        private static boolean divides(Node node) {
            return node instanceof Parent && !(node instanceof Control) && !(node instanceof ChartCard);
        }

        /** The nodes as rows from top to bottom; nodes next to each other are one row, divided like the highest one. */
        private List<PageBreaks.Box> rows(List<Node> nodes, double height) {
            List<PageBreaks.Box> boxes = new ArrayList<>();
            for (Node node : nodes) {
                if (node.isManaged() && node.isVisible()) {
                    boxes.add(box(node, height));
                }
            }
            boxes.sort(Comparator.comparingDouble(PageBreaks.Box::top));
            List<PageBreaks.Box> rows = new ArrayList<>();
            for (PageBreaks.Box next : boxes) {
                PageBreaks.Box last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
                if (last == null || next.top() >= last.bottom() - 1) {
                    rows.add(next);
                } else {
                    boolean higher = next.bottom() - next.top() > last.bottom() - last.top();
                    rows.set(
                            rows.size() - 1,
                            new PageBreaks.Box(
                                    last.top(),
                                    Math.max(last.bottom(), next.bottom()),
                                    last.keep() == PageBreaks.Keep.ALONE ? next.keep() : last.keep(),
                                    higher ? next.parts() : last.parts()));
                }
            }
            return rows;
        }
    }
}
