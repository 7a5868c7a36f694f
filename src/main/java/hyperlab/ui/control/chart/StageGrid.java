package hyperlab.ui.control.chart;

import hyperlab.ui.control.ScrollPanes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The layout of the cards on the stage. In a wide window, cards are arranged in columns and rows that share the space
 * by weight; in a narrow one they are stacked. If there is not enough space, the grid scrolls. In presentation mode it
 * never scrolls: it shows one {@link StagePage} at a time. Unmanaged cards take no space, so several cards may share a
 * cell and be shown alternately.
 */
public final class StageGrid extends PagedStage {
    /** The window width in pixels from which cards are placed side by side. */
    public static final double WIDE_WIDTH = 1200;

    /** Style class of a row of charts that is one card of the grid. */
    public static final String CHARTS_ROW_STYLE = "charts-row";

    private static final double GAP = 12;
    private static final double OUT_OF_SIGHT = 100_000;
    private static final StyleablePropertyFactory<StageGrid> FACTORY =
            new StyleablePropertyFactory<>(ScrollPane.getClassCssMetaData());

    private final double[] columns;
    private final double[] rows;
    private final List<GridCell> cells = new ArrayList<>();
    private final CardPane cards = new CardPane();
    private final ChangeListener<Number> resized = (observed, before, now) -> cards.requestLayout();

    /** Minimum height of a card in a row that shares the space. */
    private final StyleableProperty<Number> minCardHeight =
            FACTORY.createStyleableNumberProperty(this, "leastHeight", "-hl-least-height", grid -> grid.minCardHeight);

    /** Whether the cards are shown in pages that are not scrolled, as in presentation mode. */
    private final StyleableProperty<Boolean> paged =
            FACTORY.createStyleableBooleanProperty(this, "paged", "-hl-paged", grid -> grid.paged);

    private List<StagePage> pages = List.of();

    private @Nullable Predicate<Node> preferredCards;
    /** Whether a narrow window shows no cards that are not preferred. */
    private boolean showsOnlyPreferred;
    /** The cards of which one is to be shown; empty for none. */
    private List<String> wantedCards = List.of();
    /** The first card of the page that is shown; null outside of presentation mode. */
    private @Nullable Node firstCard;
    /** Whether the page with the first card is to be shown, even if it has another index now. */
    private boolean followsFirstCard;
    /** Whether the first page is to be shown, because other cards are preferred now. */
    private boolean showsFirstPage;
    /** The first card of the page that was shown before the wanted cards; null if no cards are wanted. */
    private @Nullable Node cardBefore;

    private record GridCell(Node node, int column, int row, int columnSpan) {}

    /**
     * @param columns the weight of each column
     * @param rows the weight of each row; 0 for a row with the preferred height of its cards
     */
    public StageGrid(double[] columns, double[] rows) {
        this.columns = columns.clone();
        this.rows = rows.clone();
        getStyleClass().addAll("stage-grid", "edge-to-edge");
        setFitToHeight(true);
        setContent(cards);
        sceneProperty().addListener((observed, before, now) -> sceneChanged(before, now));
        heightProperty().addListener(resized);
        ((ObservableValue<?>) paged).addListener((observed, before, now) -> {
            applyPaging();
            placePage();
        });
    }

    /** Adds a card to the grid. In a narrow window, cards are stacked in the order in which they were added. */
    public StageGrid addCard(Node card, int column, int row, int columnSpan) {
        cells.add(new GridCell(card, column, row, columnSpan));
        cards.getChildren().add(card);
        return this;
    }

    /**
     * Sets what is shown in presentation mode, where one page is shown at a time. Without this, each page has two
     * cards. A card that is on no page is not shown then.
     */
    public StageGrid present(StagePage... newPages) {
        pages = List.of(newPages);
        return this;
    }

    @Override
    public void showCards(List<String> ids) {
        wantedCards = ids;
        if (!ids.isEmpty()) {
            cardBefore = cardBefore == null ? firstCard : cardBefore;
        } else if (cardBefore != null) {
            firstCard = cardBefore;
            cardBefore = null;
            followsFirstCard = true;
        }
        placePage();
    }

    /** Scrolls to a card. In presentation mode, the page stays as it is. */
    public void reveal(Node card) {
        if (!isPaged()) {
            ScrollPanes.scrollTo(this, card);
        }
    }

    @Override
    public void turnPage(int by) {
        wantedCards = List.of();
        super.turnPage(by);
    }

    @Override
    protected void placePage() {
        cards.requestLayout();
    }

    @Override
    protected boolean isPaged() {
        return Boolean.TRUE.equals(paged.getValue());
    }

    /** The pages with at least one managed card. */
    private List<StagePage> shownPages() {
        List<StagePage> defined = pages;
        if (defined.isEmpty()) {
            defined = new ArrayList<>();
            List<GridCell> managed = managedCells();
            for (int k = 0; k < managed.size(); k += 2) {
                Node first = managed.get(k).node;
                defined.add(
                        k + 1 < managed.size()
                                ? StagePage.sideBySide(first, managed.get(k + 1).node)
                                : StagePage.sideBySide(first));
            }
        }
        Predicate<Node> preferred = preferredCards;
        return (preferred == null ? defined : preferredFirst(defined, preferred))
                .stream().filter(each -> !each.isEmpty()).toList();
    }

    /**
     * The pages with the preferred cards, which have the space of these pages for themselves; then the other cards.
     * Pages without anything new are left out.
     */
    private static List<StagePage> preferredFirst(List<StagePage> defined, Predicate<Node> preferred) {
        List<StagePage> ordered = new ArrayList<>();
        Set<Node> placed = new HashSet<>();
        for (Predicate<Node> some : List.of(preferred, preferred.negate())) {
            for (StagePage page : defined) {
                StagePage part = page.only(some);
                if (placed.addAll(part.cards())) {
                    ordered.add(part);
                }
            }
        }
        return ordered;
    }

    /**
     * In a narrow window, shows only the cards that fit without scrolling. In presentation mode, shows the first page
     * with a preferred card.
     *
     * @param preferred the cards to show first
     * @param only whether a narrow window shows no other cards, even if they fit, if there is a preferred one
     */
    public void fit(Predicate<Node> preferred, boolean only) {
        preferredCards = preferred;
        showsOnlyPreferred = only;
        showsFirstPage = true;
        cards.requestLayout();
        requestLayout();
    }

    /** Shows all cards again. */
    public void showAll() {
        preferredCards = null;
        cards.requestLayout();
        requestLayout();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getControlCssMetaData() {
        return FACTORY.getCssMetaData();
    }

    private void sceneChanged(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.widthProperty().removeListener(resized);
        }
        if (now != null) {
            now.widthProperty().addListener(resized);
        }
        cards.requestLayout();
    }

    private List<GridCell> managedCells() {
        return cells.stream().filter(cell -> cell.node.isManaged()).toList();
    }

    private boolean isWide() {
        return getScene() == null || getScene().getWidth() >= WIDE_WIDTH;
    }

    private final class CardPane extends Pane {
        CardPane() {
            getStyleClass().add("stage-cards");
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }

        @Override
        protected double computePrefHeight(double width) {
            if (isPaged()) {
                return 0;
            }
            double known = width < 0 ? getWidth() : width;
            double[] minHeights = isWide() ? rowHeights(known) : stackHeights(known);
            return Arrays.stream(minHeights).sum()
                    + totalGap(minHeights)
                    + getInsets().getTop()
                    + getInsets().getBottom();
        }

        @Override
        protected void layoutChildren() {
            if (isPaged()) {
                layoutPage();
                return;
            }
            setPageCount(1);
            firstCard = null;
            if (isWide()) {
                layoutGrid();
            } else {
                layoutStack();
            }
        }

        private void layoutPage() {
            double width = getWidth() - getInsets().getLeft() - getInsets().getRight();
            double height = getHeight() - getInsets().getTop() - getInsets().getBottom();
            List<StagePage> shown = shownPages().stream()
                    .flatMap(each -> each.split(width, height).stream())
                    .toList();
            choosePage(shown);
            List<StagePage.PlacedCard> placed = shown.isEmpty()
                    ? List.of()
                    : shown.get(pageProperty().get())
                            .place(getInsets().getLeft(), getInsets().getTop(), width, height);
            firstCard = placed.isEmpty() ? null : placed.get(0).node();
            for (GridCell cell : managedCells()) {
                cell.node.relocate(-OUT_OF_SIGHT, -OUT_OF_SIGHT);
            }
            for (StagePage.PlacedCard card : placed) {
                Rectangle2D at = card.bounds();
                place(card.node(), at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
            }
        }

        /** Keeps the page, also if the pages have been split or joined, unless a wanted card is on another one. */
        private void choosePage(List<StagePage> shown) {
            boolean changed = shown.size() != pageCountProperty().get();
            setPageCount(Math.max(1, shown.size()));
            if (showsFirstPage) {
                setPage(0);
            } else if (firstCard != null && (changed || followsFirstCard)) {
                firstPage(shown, page -> page.hasCard(firstCard)).ifPresent(StageGrid.this::setPage);
            }
            followsFirstCard = false;
            showsFirstPage = false;
            if (!shown.isEmpty() && !shown.get(pageProperty().get()).hasCard(wantedCards)) {
                firstPage(shown, page -> page.hasCard(wantedCards)).ifPresent(StageGrid.this::setPage);
            }
        }

        private static OptionalInt firstPage(List<StagePage> shown, Predicate<StagePage> wanted) {
            return IntStream.range(0, shown.size())
                    .filter(k -> wanted.test(shown.get(k)))
                    .findFirst();
        }

        private void layoutGrid() {
            double[] lefts = new double[columns.length];
            double[] widths = columnWidths(getWidth());
            double left = getInsets().getLeft();
            for (int k = 0; k < columns.length; k++) {
                lefts[k] = left;
                left += widths[k] + GAP;
            }
            double[] heights = rowHeights(getWidth());
            distribute(heights, weights());
            double[] tops = tops(heights);
            for (GridCell cell : managedCells()) {
                int lastColumn = cell.column + cell.columnSpan - 1;
                double width = lefts[lastColumn] + widths[lastColumn] - lefts[cell.column];
                place(cell.node, lefts[cell.column], tops[cell.row], width, heights[cell.row]);
            }
        }

        private void layoutStack() {
            List<GridCell> stacked = stackedCells(getWidth());
            double[] heights = stackHeights(getWidth());
            for (GridCell cell : managedCells()) {
                if (!stacked.contains(cell)) {
                    cell.node.relocate(-OUT_OF_SIGHT, -OUT_OF_SIGHT);
                }
            }
            double[] weights =
                    stacked.stream().mapToDouble(cell -> rows[cell.row]).toArray();
            distribute(heights, weights);
            double[] tops = tops(heights);
            double width = getWidth() - getInsets().getLeft() - getInsets().getRight();
            for (int k = 0; k < stacked.size(); k++) {
                place(stacked.get(k).node, getInsets().getLeft(), tops[k], width, heights[k]);
            }
        }

        private void place(Node node, double left, double top, double width, double height) {
            double x = snapPositionX(left);
            double y = snapPositionY(top);
            node.resizeRelocate(x, y, snapPositionX(left + width) - x, snapPositionY(top + height) - y);
        }

        /** The weight of each row; 0 for an empty row. */
        private double[] weights() {
            double[] weights = new double[rows.length];
            managedCells().forEach(cell -> weights[cell.row] = rows[cell.row]);
            return weights;
        }

        /** The total size of the gaps between rows with a positive height. */
        private static double totalGap(double... heights) {
            return GAP
                    * Math.max(
                            0,
                            Arrays.stream(heights).filter(height -> height > 0).count() - 1);
        }

        private double[] tops(double... heights) {
            double[] tops = new double[heights.length];
            double top = getInsets().getTop();
            for (int k = 0; k < heights.length; k++) {
                tops[k] = top;
                top += heights[k] + (heights[k] > 0 ? GAP : 0);
            }
            return tops;
        }

        private double[] columnWidths(double width) {
            double available = width - getInsets().getLeft() - getInsets().getRight() - GAP * (columns.length - 1);
            double total = Arrays.stream(columns).sum();
            return Arrays.stream(columns)
                    .map(weight -> available * weight / total)
                    .toArray();
        }

        /** The minimum height of each row. */
        private double[] rowHeights(double width) {
            double[] widths = columnWidths(width);
            double[] heights = new double[rows.length];
            for (GridCell cell : managedCells()) {
                double span = GAP * (cell.columnSpan - 1);
                for (int k = 0; k < cell.columnSpan; k++) {
                    span += widths[cell.column + k];
                }
                heights[cell.row] = Math.max(heights[cell.row], cellMinHeight(cell, span));
            }
            return heights;
        }

        private double[] stackHeights(double width) {
            double available = width - getInsets().getLeft() - getInsets().getRight();
            return stackedCells(width).stream()
                    .mapToDouble(cell -> cellMinHeight(cell, available))
                    .toArray();
        }

        /** The cards of the stack, in their order: all of them, or those that fit. */
        private List<GridCell> stackedCells(double width) {
            List<GridCell> all = managedCells();
            Predicate<Node> preferred = preferredCards;
            if (preferred == null) {
                return all;
            }
            double available = width - getInsets().getLeft() - getInsets().getRight();
            double free = StageGrid.this.getHeight()
                    - getInsets().getTop()
                    - getInsets().getBottom();
            List<GridCell> fitting = new ArrayList<>();
            List<GridCell> preferredFirst = Stream.concat(
                            all.stream().filter(cell -> preferred.test(cell.node)),
                            all.stream().filter(cell -> !preferred.test(cell.node)))
                    .toList();
            for (GridCell cell : preferredFirst) {
                double height = cellMinHeight(cell, available);
                boolean leftOut = showsOnlyPreferred && !preferred.test(cell.node);
                if (fitting.isEmpty() || (height <= free && !leftOut)) {
                    fitting.add(cell);
                    free -= height + GAP;
                }
            }
            return all.stream().filter(fitting::contains).toList();
        }

        /** The minimum height of a cell. A chart never needs to be taller than the visible area. */
        private double cellMinHeight(GridCell cell, double width) {
            if (rows[cell.row] == 0) {
                return cell.node.prefHeight(width);
            }
            double wanted = cell.node instanceof Region region ? region.minHeight(width) : 0;
            boolean isChart =
                    cell.node instanceof ChartCard || cell.node.getStyleClass().contains(CHARTS_ROW_STYLE);
            double visibleHeight = StageGrid.this.getHeight()
                    - getInsets().getTop()
                    - getInsets().getBottom();
            return Math.max(minCardHeight.getValue().doubleValue(), isChart ? Math.min(wanted, visibleHeight) : wanted);
        }

        /** Distributes the height by weight; each entry gets at least its minimum height. */
        private void distribute(double[] heights, double[] weights) {
            double available = getHeight() - getInsets().getTop() - getInsets().getBottom() - totalGap(heights);
            double[] minHeights = heights.clone();
            boolean[] fixedHeight = new boolean[heights.length];
            for (int k = 0; k < heights.length; k++) {
                fixedHeight[k] = weights[k] == 0;
            }
            boolean changed = true;
            while (changed) {
                changed = false;
                double free = available;
                double total = 0;
                for (int k = 0; k < heights.length; k++) {
                    free -= fixedHeight[k] ? minHeights[k] : 0;
                    total += fixedHeight[k] ? 0 : weights[k];
                }
                for (int k = 0; k < heights.length; k++) {
                    if (fixedHeight[k]) {
                        heights[k] = minHeights[k];
                        continue;
                    }
                    heights[k] = free * weights[k] / total;
                    if (heights[k] < minHeights[k]) {
                        fixedHeight[k] = true;
                        changed = true;
                        break;
                    }
                }
            }
        }
    }
}
