package hyperlab.lab.cases;

import hyperlab.chart.training.SeedsChart;
import hyperlab.data.ColumnProfile;
import hyperlab.data.CsvInference;
import hyperlab.data.CsvPreview;
import hyperlab.lab.LabContext;
import hyperlab.ui.Messages;
import hyperlab.ui.control.ContentCard;
import hyperlab.ui.control.EmptyState;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ChartCardView;
import hyperlab.ui.control.chart.StageGrid;
import hyperlab.ui.control.chart.StagePage;
import hyperlab.ui.table.NumberColumns;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The page of the user's table: its columns and rows, how it is used and why, and the scores of its baseline. */
final class UserDataPage extends VBox {
    private static final int MAX_COLUMNS = 30;

    private final Messages messages;
    private final CasesViewModel lab;
    private final UserDataViewModel userData;
    private final StringProperty baselineText = new SimpleStringProperty("");
    private final StringProperty trialsText = new SimpleStringProperty("");
    private final UserDataHeader header;
    private final UserDataPlanForm planForm;
    private final ColumnTable columnTable;
    private final TableView<List<String>> rowTable = new TableView<>();
    private final ChartCardView<SeedsChart.Model> baseline;

    /** @param openTable opens a table that the user chose */
    UserDataPage(LabContext context, CasesViewModel lab, Consumer<Path> openTable) {
        this.messages = context.messages();
        this.lab = lab;
        userData = lab.userData();
        setId("cases-own");
        header = new UserDataHeader(context, lab, openTable);
        planForm = new UserDataPlanForm(messages, userData);
        columnTable = new ColumnTable(messages, userData);
        baseline = context.chartCard(
                "cases-baseline", new SeedsChart(context.appearance().chartTheme()), "cases.baseline");
        WrappedText result = new WrappedText(baselineText);
        result.setId("cases-baseline-words");
        WrappedText trialsProse = new WrappedText(trialsText);
        trialsProse.setId("cases-trials-words");
        baseline.card().addBelow(result).addBelow(trialsProse);
        rowTable.setId("cases-rows");
        rowTable.setPlaceholder(new EmptyState(messages.bind("cases.data.reading")));
        columnTable.setPlaceholder(new EmptyState(messages.bind("cases.data.reading")));
        ContentCard headCard = new ContentCard("cases-own-head", header);
        ContentCard planCard = card("cases-plan", "cases.plan", planForm);
        ContentCard columnsCard = card("cases-columns-card", "cases.columns", columnTable);
        ContentCard rowsCard = card("cases-rows-card", "cases.rows", rowTable);
        StageGrid grid = new StageGrid(new double[] {1, 1.7}, new double[] {0, 1.2, 1})
                .addCard(headCard, 0, 0, 2)
                .addCard(planCard, 0, 1, 1)
                .addCard(columnsCard, 1, 1, 1)
                .addCard(baseline.card(), 0, 2, 1)
                .addCard(rowsCard, 1, 2, 1)
                .present(
                        new StagePage(new double[] {1}, new double[] {0, 1})
                                .withMaxTextShare(CasePage.HEAD_SHARE)
                                .add(headCard, 0, 0)
                                .add(baseline.card(), 0, 1),
                        StagePage.sideBySide(planCard),
                        StagePage.sideBySide(columnsCard),
                        StagePage.sideBySide(rowsCard));
        VBox.setVgrow(grid, Priority.ALWAYS);
        getChildren().add(grid);
        addListeners();
        show();
    }

    private ContentCard card(String id, String key, Node content) {
        ContentCard card = new ContentCard(id, messages.bind(key), messages.bind(key + ".how"), content);
        return card;
    }

    private void addListeners() {
        userData.stateProperty().addListener((observed, before, now) -> show());
        userData.inferenceProperty().addListener((observed, before, now) -> show());
        userData.previewProperty().addListener((observed, before, now) -> showRows());
        userData.baselineProperty().addListener((observed, before, now) -> showResults());
        userData.trialsProperty().addListener((observed, before, now) -> showResults());
    }

    List<ChartCard> charts() {
        return List.of(baseline.card());
    }

    /** Shows the first rows of a new file. */
    private void showRows() {
        CsvPreview preview = userData.previewProperty().get();
        rowTable.getColumns().clear();
        rowTable.getItems().clear();
        if (preview == null) {
            return;
        }
        List<ColumnProfile> shown = preview.columns()
                .subList(0, Math.min(MAX_COLUMNS, preview.columns().size()));
        for (ColumnProfile column : shown) {
            TableColumn<List<String>, String> cells = new TableColumn<>(column.name());
            cells.setSortable(false);
            cells.setReorderable(false);
            cells.setCellValueFactory(
                    row -> new ReadOnlyStringWrapper(row.getValue().get(column.index())));
            rowTable.getColumns().add(cells);
        }
        NumberColumns.show(rowTable, preview.firstRows());
    }

    void show() {
        CsvPreview preview = userData.previewProperty().get();
        CsvInference guess = userData.inferenceProperty().get();
        header.show();
        planForm.show();
        if (preview != null && guess != null) {
            columnTable.show(preview, guess);
            showResults();
        }
    }

    private void showResults() {
        UserBaseline trainedBaseline = userData.baselineProperty().get();
        UserDataText text = new UserDataText(messages.texts());
        double[] values = trainedBaseline.values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        baseline.show(new SeedsChart.Model(
                List.of(new SeedsChart.Row(
                        messages.get("cases.before"), 1, CaseText.chartValues(values, trainedBaseline.metric()))),
                CaseText.maxScore(trainedBaseline.metric()),
                CaseText.unit(trainedBaseline.metric()),
                true,
                true));
        baseline.card().showInstead(values.length == 0 ? new EmptyState(messages.bind("cases.baseline.none")) : null);
        baselineText.set(text.baselineText(trainedBaseline, lab.seeds()));
        trialsText.set(text.trialsText(userData.trialsProperty().get()));
        header.show();
    }

    void setActive(boolean active) {
        baseline.card().setActive(active);
    }
}
