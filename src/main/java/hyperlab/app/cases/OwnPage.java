package hyperlab.app.cases;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.control.ContentCard;
import hyperlab.app.control.ChartCard;
import hyperlab.app.control.EmptyState;
import hyperlab.app.control.WrappedText;
import hyperlab.app.control.StageGrid;
import hyperlab.chart.SeedsChart;
import hyperlab.data.CsvColumn;
import hyperlab.data.CsvGuess;
import hyperlab.data.CsvPreview;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The page of the user's table: its columns and rows, how it is used and why, and the scores of its baseline. */
final class OwnPage extends VBox {
    private static final int MOST_COLUMNS = 30;

    private final LabContext context;
    private final Messages messages;
    private final CasesViewModel lab;
    private final OwnData own;
    private final StringProperty found = new SimpleStringProperty("");
    private final StringProperty trials = new SimpleStringProperty("");
    private final OwnHead head;
    private final OwnPlan plan;
    private final ColumnTable columns;
    private final TableView<List<String>> rows = new TableView<>();
    private final SeedsChart chart;
    private final ChartCard baseline;

    OwnPage(LabContext context, CasesViewModel lab) {
        this.context = context;
        this.messages = context.messages();
        this.lab = lab;
        own = lab.own();
        setId("cases-own");
        head = new OwnHead(context, lab);
        plan = new OwnPlan(messages, own);
        columns = new ColumnTable(messages, own);
        chart = new SeedsChart(context.appearance().chartTheme());
        baseline = new ChartCard(
                "cases-baseline",
                messages,
                messages.bind("cases.baseline"),
                messages.bind("cases.baseline.how"),
                chart.chart());
        WrappedText result = new WrappedText(found);
        result.setId("cases-baseline-words");
        WrappedText searched = new WrappedText(trials);
        searched.setId("cases-trials-words");
        baseline.addBelow(result).addBelow(searched);
        rows.setId("cases-rows");
        rows.setPlaceholder(new EmptyState(messages.bind("cases.data.reading")));
        columns.setPlaceholder(new EmptyState(messages.bind("cases.data.reading")));
        StageGrid grid = new StageGrid(new double[] {1, 1.7}, new double[] {0, 1.2, 1})
                .addCard(new ContentCard("cases-own-head", head), 0, 0, 2)
                .addCard(card("cases-plan", "cases.plan", plan), 0, 1, 1)
                .addCard(card("cases-columns-card", "cases.columns", columns), 1, 1, 1)
                .addCard(baseline, 0, 2, 1)
                .addCard(card("cases-rows-card", "cases.rows", rows), 1, 2, 1);
        VBox.setVgrow(grid, Priority.ALWAYS);
        getChildren().add(grid);
        listen();
        show();
    }

    private ContentCard card(String id, String key, Node content) {
        ContentCard card = new ContentCard(id, messages.bind(key), messages.bind(key + ".how"), content);
        return card;
    }

    private void listen() {
        own.state().addListener((observed, before, now) -> show());
        own.guess().addListener((observed, before, now) -> show());
        own.preview().addListener((observed, before, now) -> fill());
        own.baseline().addListener((observed, before, now) -> showFound());
        own.trials().addListener((observed, before, now) -> showFound());
    }

    List<ChartCard> charts() {
        return List.of(baseline);
    }

    /** Shows the first rows of a new file. */
    private void fill() {
        CsvPreview preview = own.preview().get();
        rows.getColumns().clear();
        rows.getItems().clear();
        if (preview == null) {
            return;
        }
        List<CsvColumn> shown = preview.columns()
                .subList(0, Math.min(MOST_COLUMNS, preview.columns().size()));
        for (CsvColumn column : shown) {
            TableColumn<List<String>, String> cells = new TableColumn<>(column.name());
            cells.setSortable(false);
            cells.setReorderable(false);
            cells.setCellValueFactory(
                    row -> new ReadOnlyStringWrapper(row.getValue().get(column.index())));
            rows.getColumns().add(cells);
        }
        rows.getItems().setAll(preview.first());
    }

    void show() {
        CsvPreview preview = own.preview().get();
        CsvGuess guess = own.guess().get();
        head.show();
        plan.show();
        if (preview != null && guess != null) {
            columns.show(preview, guess);
            showFound();
        }
    }

    private void showFound() {
        OwnBaseline known = own.baseline().get();
        OwnWords words = new OwnWords(messages.texts());
        double[] values =
                known.values().stream().mapToDouble(Double::doubleValue).toArray();
        chart.show(new SeedsChart.Picture(
                List.of(new SeedsChart.Row(messages.get("cases.before"), 1, CaseWords.drawn(values, known.measure()))),
                CaseWords.most(known.measure()),
                CaseWords.unit(known.measure()),
                true,
                true));
        baseline.showInstead(values.length == 0 ? new EmptyState(messages.bind("cases.baseline.none")) : null);
        found.set(words.baseline(known, lab.seeds()));
        trials.set(words.trials(own.trials().get()));
        head.show();
    }

    void restyle() {
        chart.style(context.appearance().chartStyle());
    }

    void active(boolean active) {
        baseline.setActive(active);
    }
}
