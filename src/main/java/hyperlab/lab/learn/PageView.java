package hyperlab.lab.learn;

import hyperlab.lab.LabContext;
import hyperlab.lab.learn.illustration.ChartNumber;
import hyperlab.learn.Block;
import hyperlab.learn.Inline;
import hyperlab.learn.LearnPage;
import hyperlab.learn.LinkTarget;
import hyperlab.ui.control.FormulaView;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.FormulaMenu;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The view of a page in one language. All languages share the same charts, so a page receives them each time it is
 * shown.
 */
final class PageView extends VBox {
    private static final double MIN_COLUMN_CHARACTERS = 10;
    private static final double MAX_COLUMN_CHARACTERS = 36;
    private static final double PERCENT = 100;

    private final LabContext context;
    private final Consumer<LinkTarget> linkHandler;
    private final PageTerms terms;
    private final Function<String, ChartNumber> numbers;
    private final Map<String, StackPane> chartPanes = new LinkedHashMap<>();

    /**
     * @param linkHandler opens the target of a link
     * @param terms links terms to the glossary
     * @param numbers the number that changes a chart, by the name of the chart
     */
    PageView(
            LearnPage page,
            LabContext context,
            Consumer<LinkTarget> linkHandler,
            PageTerms terms,
            Function<String, ChartNumber> numbers) {
        this.numbers = numbers;
        this.context = context;
        this.linkHandler = linkHandler;
        this.terms = terms;
        getStyleClass().add("page-blocks");
        Node title = prose(page.title(), "page-title");
        title.setId("learn-title");
        getChildren().add(title);
        page.blocks().forEach(block -> getChildren().add(node(block)));
    }

    /** Puts these cards in their places. */
    void setCards(Map<String, ChartCard> cards) {
        chartPanes.forEach((name, pane) -> pane.getChildren().setAll(List.of(cards.get(name))));
    }

    void removeCards() {
        chartPanes.values().forEach(pane -> pane.getChildren().clear());
    }

    private Node node(Block block) {
        return block.accept(new Block.Visitor<>() {
            @Override
            public Node visit(Block.Heading heading) {
                return prose(heading.text(), "page-heading");
            }

            @Override
            public Node visit(Block.Paragraph paragraph) {
                return text(paragraph.text());
            }

            @Override
            public Node visit(Block.Bullets bullets) {
                return bulletList(bullets);
            }

            @Override
            public Node visit(Block.LinkList list) {
                return new LinkListView(list.links(), context, linkHandler);
            }

            @Override
            public Node visit(Block.Formula formula) {
                return FormulaMenu.install(
                        new FormulaView(
                                FormulaView.FormulaStyle.PAGE,
                                formula.latex(),
                                formula.textVersion(),
                                context.appearance()),
                        "page-formula",
                        context.messages(),
                        context.appearance());
            }

            @Override
            public Node visit(Block.Table table) {
                return tableView(table);
            }

            @Override
            public Node visit(Block.ChartBlock chart) {
                StackPane pane = new StackPane();
                pane.getStyleClass().add(PagedScroll.CHART_STYLE);
                chartPanes.put(chart.name(), pane);
                return pane;
            }
        });
    }

    private static WrappedText prose(String words, String style) {
        return new WrappedText(new ReadOnlyStringWrapper(words), style);
    }

    private PageText text(List<Inline> inlines) {
        return new PageText(inlines, context, linkHandler, terms, numbers);
    }

    private Node bulletList(Block.Bullets points) {
        VBox list = new VBox();
        list.getStyleClass().add("page-points");
        for (List<Inline> item : points.items()) {
            Region dot = new Region();
            dot.getStyleClass().add("page-dot");
            PageText text = text(item);
            HBox.setHgrow(text, Priority.ALWAYS);
            HBox line = new HBox(dot, text);
            line.setAlignment(Pos.TOP_LEFT);
            line.getStyleClass().add("page-point");
            list.getChildren().add(line);
        }
        return list;
    }

    private Node tableView(Block.Table table) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("page-table");
        grid.getColumnConstraints().setAll(columns(table));
        row(grid, 0, table.header(), "page-table-head");
        for (int row = 0; row < table.rows().size(); row++) {
            row(grid, row + 1, table.rows().get(row), "page-table-cell");
        }
        return grid;
    }

    /** Column widths proportional to the length of the longest cell, within limits. */
    private static List<ColumnConstraints> columns(Block.Table table) {
        List<Double> shares = new ArrayList<>();
        for (int column = 0; column < table.header().size(); column++) {
            int columnIndex = column;
            double longest = Stream.concat(Stream.of(table.header()), table.rows().stream())
                    .map(row -> row.get(columnIndex))
                    .mapToDouble(cell -> cell.stream()
                            .mapToDouble(part -> part.text().length())
                            .sum())
                    .max()
                    .orElse(0);
            shares.add(Math.max(MIN_COLUMN_CHARACTERS, Math.min(MAX_COLUMN_CHARACTERS, longest)));
        }
        double all = shares.stream().mapToDouble(Double::doubleValue).sum();
        return shares.stream()
                .map(share -> {
                    ColumnConstraints column = new ColumnConstraints();
                    column.setPercentWidth(PERCENT * share / all);
                    return column;
                })
                .toList();
    }

    private void row(GridPane grid, int row, List<List<Inline>> cells, String style) {
        for (int column = 0; column < cells.size(); column++) {
            PageText cell = text(cells.get(column));
            cell.getStyleClass().add(style);
            GridPane.setFillHeight(cell, true);
            cell.setMaxHeight(Double.MAX_VALUE);
            grid.add(cell, column, row);
        }
    }
}
