package hyperlab.ui.control.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * What a stage shows at once in presentation mode: a few cards in columns and rows that share exactly the space there
 * is, so that nothing is scrolled. Columns and rows whose cards are all unmanaged take no space.
 */
public final class StagePage {
    /** Usually, rows without a weight take at most this share of the height together, such as a line of narration. */
    private static final double MAX_TEXT_SHARE = 0.3;

    private static final double GAP = 12;
    private static final double NARROWEST_COLUMN = 300;
    /** On a page of less than this height, as below a question, rows without a weight are left out. */
    private static final double LOW_PAGE = 460;

    private final double[] columns;
    private final double[] rows;
    private final List<PageCell> cells = new ArrayList<>();
    private double narrowestColumn = NARROWEST_COLUMN;
    private double maxTextShare = MAX_TEXT_SHARE;

    private record PageCell(Node node, int column, int row, int columnSpan, int rowSpan) {}

    /** A card and its bounds on the page. */
    record PlacedCard(Node node, Rectangle2D bounds) {}

    /**
     * Creates an empty page.
     *
     * @param columns the weight of each column
     * @param rows the weight of each row; 0 for a row with the preferred height of its cards
     */
    public StagePage(double[] columns, double[] rows) {
        this.columns = columns.clone();
        this.rows = rows.clone();
    }

    /** A page with the cards next to each other; the first one is the largest. */
    public static StagePage sideBySide(Node main, Node... others) {
        double[] columns = new double[others.length + 1];
        Arrays.fill(columns, 2);
        columns[0] = others.length == 1 ? 3 : 2;
        StagePage page = new StagePage(columns, new double[] {1}).add(main, 0, 0);
        for (int k = 0; k < others.length; k++) {
            page.add(others[k], k + 1, 0);
        }
        return page;
    }

    /** Sets the width in pixels below which a column is too narrow for its card. */
    public StagePage withNarrowestColumn(double width) {
        narrowestColumn = width;
        return this;
    }

    /**
     * Sets the largest share of the height that rows without a weight take together, such as for a card with buttons.
     */
    public StagePage withMaxTextShare(double share) {
        maxTextShare = share;
        return this;
    }

    /**
     * This page, or several: one for each row if they would be too low, as below a question, and one for each card if
     * its columns would be too narrow, as next to a question. Cards that span several columns stay on the first page.
     */
    List<StagePage> split(double width, double height) {
        return splitRows(height).stream()
                .flatMap(page -> page.splitColumns(width).stream())
                .toList();
    }

    private List<StagePage> splitRows(double height) {
        List<PageCell> managed = managedCells();
        int[] shared = managed.stream()
                .mapToInt(PageCell::row)
                .filter(row -> rows[row] > 0)
                .distinct()
                .sorted()
                .toArray();
        if (height >= LOW_PAGE || shared.length < 2 || managed.stream().anyMatch(cell -> cell.rowSpan > 1)) {
            return List.of(this);
        }
        List<StagePage> pages = new ArrayList<>();
        for (int row : shared) {
            StagePage page = new StagePage(columns, rows)
                    .withNarrowestColumn(narrowestColumn)
                    .withMaxTextShare(maxTextShare);
            managed.stream().filter(cell -> cell.row == row).forEach(page.cells::add);
            pages.add(page);
        }
        return pages;
    }

    private List<StagePage> splitColumns(double width) {
        List<PageCell> managed = managedCells();
        double[] widths = shares(
                used(columns, managed, PageCell::column, PageCell::columnSpan), width, new double[columns.length]);
        List<PageCell> single =
                managed.stream().filter(cell -> cell.columnSpan == 1).toList();
        if (single.size() < 2 || Arrays.stream(widths).noneMatch(each -> each >= 0 && each < narrowestColumn)) {
            return List.of(this);
        }
        List<StagePage> pages = new ArrayList<>();
        for (PageCell cell : single) {
            StagePage page = new StagePage(columns, rows);
            page.cells.add(cell);
            if (pages.isEmpty()) {
                managed.stream().filter(each -> each.columnSpan > 1).forEach(page.cells::add);
            }
            pages.add(page);
        }
        return pages;
    }

    /** Adds a card. */
    public StagePage add(Node card, int column, int row) {
        return add(card, column, row, 1, 1);
    }

    /** Adds a card that spans several columns or rows. */
    public StagePage add(Node card, int column, int row, int columnSpan, int rowSpan) {
        cells.add(new PageCell(card, column, row, columnSpan, rowSpan));
        return this;
    }

    private List<PageCell> managedCells() {
        return cells.stream().filter(cell -> cell.node.isManaged()).toList();
    }

    /** This page with some of its cards only, which share its space; none of its columns is narrower than usual. */
    StagePage only(Predicate<Node> shown) {
        StagePage page = new StagePage(columns, rows)
                .withNarrowestColumn(Math.max(NARROWEST_COLUMN, narrowestColumn))
                .withMaxTextShare(maxTextShare);
        cells.stream().filter(cell -> shown.test(cell.node)).forEach(page.cells::add);
        return page;
    }

    /** Its managed cards, in the order in which they were added. */
    List<Node> cards() {
        return managedCells().stream().map(PageCell::node).toList();
    }

    /** Whether one of its managed cards has one of these ids. */
    boolean hasCard(List<String> ids) {
        return managedCells().stream().anyMatch(cell -> cell.node.getId() != null && ids.contains(cell.node.getId()));
    }

    boolean hasCard(@Nullable Node card) {
        return managedCells().stream().anyMatch(cell -> cell.node.equals(card));
    }

    boolean isEmpty() {
        return managedCells().isEmpty();
    }

    /** The bounds of each managed card on a page of this size. */
    List<PlacedCard> place(double left, double top, double width, double height) {
        List<PageCell> managed = shownCells(height);
        double[] widths = shares(
                used(columns, managed, PageCell::column, PageCell::columnSpan), width, new double[columns.length]);
        double[] usedRows = used(rows, managed, PageCell::row, PageCell::rowSpan);
        double[] heights = shares(usedRows, height, textHeights(managed, usedRows, widths, height));
        List<PlacedCard> placed = new ArrayList<>();
        for (PageCell cell : managed) {
            double x = left + start(widths, cell.column);
            double y = top + start(heights, cell.row);
            double cellWidth = span(widths, cell.column, cell.columnSpan);
            double cellHeight = span(heights, cell.row, cell.rowSpan);
            placed.add(
                    new PlacedCard(cell.node, new Rectangle2D(x, y, Math.max(0, cellWidth), Math.max(0, cellHeight))));
        }
        return placed;
    }

    /** The managed cells; on a low page, without the lines of text if there is anything else. */
    private List<PageCell> shownCells(double height) {
        List<PageCell> managed = managedCells();
        List<PageCell> weighted =
                managed.stream().filter(cell -> rows[cell.row] > 0).toList();
        return height < LOW_PAGE && !weighted.isEmpty() ? weighted : managed;
    }

    /** The weights, negative for columns or rows that no managed card has for itself. */
    private static double[] used(
            double[] weights, List<PageCell> managed, ToIntFunction<PageCell> place, ToIntFunction<PageCell> span) {
        boolean[] has = new boolean[weights.length];
        for (PageCell cell : managed) {
            if (span.applyAsInt(cell) == 1) {
                has[place.applyAsInt(cell)] = true;
            }
        }
        boolean none = IntStream.range(0, has.length).noneMatch(k -> has[k]);
        double[] used = new double[weights.length];
        for (int k = 0; k < used.length; k++) {
            used[k] = has[k] || (none && weights[k] > 0) ? weights[k] : -1;
        }
        return used;
    }

    /** The heights of the rows without a weight, within the share of the page that they may take. */
    private double[] textHeights(List<PageCell> managed, double[] usedRows, double[] widths, double height) {
        double[] heights = new double[rows.length];
        double sum = 0;
        for (PageCell cell : managed) {
            if (cell.rowSpan == 1 && usedRows[cell.row] == 0) {
                double width = span(widths, cell.column, cell.columnSpan);
                double wanted = cell.node instanceof Region region ? region.prefHeight(width) : 0;
                heights[cell.row] = Math.max(heights[cell.row], wanted);
            }
        }
        for (double one : heights) {
            sum += one;
        }
        boolean shares = IntStream.range(0, rows.length).anyMatch(k -> usedRows[k] > 0);
        double most = shares ? maxTextShare * height : height;
        if (sum > most) {
            for (int k = 0; k < heights.length; k++) {
                heights[k] *= most / sum;
            }
        }
        return heights;
    }

    private static double[] shares(double[] used, double available, double[] fixed) {
        double free = available + GAP;
        double total = 0;
        for (int k = 0; k < used.length; k++) {
            if (used[k] >= 0) {
                free -= GAP + (used[k] == 0 ? fixed[k] : 0);
                total += used[k];
            }
        }
        double[] sizes = new double[used.length];
        for (int k = 0; k < used.length; k++) {
            sizes[k] = used[k] < 0 ? -1 : used[k] == 0 ? fixed[k] : Math.max(0, free * used[k] / total);
        }
        return sizes;
    }

    /** The sum of the sizes before a place, with their gaps; unused places have a negative size. */
    private static double start(double[] sizes, int place) {
        double start = 0;
        for (int k = 0; k < place; k++) {
            start += sizes[k] < 0 ? 0 : sizes[k] + GAP;
        }
        return start;
    }

    private static double span(double[] sizes, int place, int count) {
        double span = -GAP;
        for (int k = place; k < place + count; k++) {
            span += sizes[k] < 0 ? 0 : sizes[k] + GAP;
        }
        return span;
    }
}
