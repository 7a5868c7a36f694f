package hyperlab.lab.tuning;

import hyperlab.chart.axis.UnitIntervalTicks;
import hyperlab.chart.tuning.ParallelCoordinatesChart;
import hyperlab.chart.tuning.TrialChart;
import hyperlab.chart.tuning.TuningChartModels;
import hyperlab.text.Texts;
import hyperlab.tune.SearchDimension;
import hyperlab.tune.SearchSpace;
import hyperlab.tune.TrialRanking;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TuningStudy;
import hyperlab.ui.Messages;
import hyperlab.ui.control.ChoiceComboBox;
import hyperlab.ui.control.EmptyState;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Icons;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The table of trials. It can be sorted by any column, and filtered by a choice and by the brushes. A trial can be
 * opened in the Training lab.
 */
final class TrialTable extends VBox {
    static final double BEST_FRACTION = 0.25;
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    private static final double ROW_HEIGHT = 24;
    /** Shows 8.82×10⁻⁴ in full. */
    private static final double PARAMETER_COLUMN_WIDTH = 66;

    private static final double TEXT_COLUMN_WIDTH = 70;
    private static final double SCROLL_BAR = 12;
    /** Holds the word "validation" next to the sorting arrow. */
    private static final double VALUE_COLUMN_WIDTH = 76;

    enum TrialFilter {
        ALL,
        BEST,
        COMPLETED,
        STOPPED,
        LOST
    }

    private final Messages messages;
    private final TableView<TrialRecord> table = new TableView<>();
    private final ObservableList<TrialRecord> rows = FXCollections.observableArrayList();
    private final ChoiceComboBox<TrialFilter> filter;
    private final Consumer<TrialRecord> open;
    private final Button openTrial;
    private final Button openBest;
    private final List<TableRow<TrialRecord>> rowNodes = new ArrayList<>();
    private @Nullable TrialSelection selection;
    private boolean selecting;
    private @Nullable TableColumn<TrialRecord, String> stateColumn;
    private @Nullable SearchSnapshot snapshot;
    private Map<Integer, ParallelCoordinatesChart.BrushRange> brushes = Map.of();
    private List<String> columns = List.of();

    /**
     * @param open opens a trial in the Training lab
     * @param export exports the trials to a file
     */
    TrialTable(Messages messages, Consumer<TrialRecord> open, Runnable export) {
        this.messages = messages;
        this.open = open;
        getStyleClass().add("trial-table");
        table.setId("tuning-table");
        table.accessibleTextProperty().bind(messages.bind("tuning.table.name"));
        SortedList<TrialRecord> sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.widthProperty().addListener((observed, before, now) -> updateResizePolicy());
        updateResizePolicy();
        table.setFixedCellSize(ROW_HEIGHT);
        table.setPlaceholder(new EmptyState(messages.bind("tuning.table.empty")));
        table.setRowFactory(view -> createRow());
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openSelected();
                event.consume();
            }
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        filter = new ChoiceComboBox<>(
                "tuning-filter", messages, List.of(TrialFilter.values()), one -> "tuning.table.filter." + one.name());
        filter.setValue(TrialFilter.ALL);
        filter.valueProperty().addListener((observed, before, now) -> updateRows());
        filter.accessibleTextProperty().bind(messages.bind("tuning.table.filter"));
        Hints.withHint(filter, messages.bind("tuning.table.filter.hint"));
        openTrial = createButton("tuning-open-trial", "tuning.table.open", "fth-external-link", this::openSelected);
        openTrial
                .disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        openBest = createButton("tuning-open-best", "tuning.table.openBest", "fth-award", this::openBest);
        Button csv = createButton("tuning-export-csv", "tuning.table.csv", "fth-download", export);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label title = new Label();
        title.textProperty().bind(messages.bind("tuning.table"));
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        HBox bar = new HBox(4, title, gap, filter, openTrial, openBest, csv);
        bar.getStyleClass().add("table-bar");
        getChildren().addAll(bar, table);
        messages.languageProperty().addListener((observed, before, now) -> relabel());
    }

    private Button createButton(String id, String key, String icon, Runnable action) {
        Button button = Icons.button(id, icon, messages.bind(key), action);
        return Hints.withHint(button, messages.bind(key + ".hint"));
    }

    /** Marks the trial that the charts mark, and selects with them. */
    void link(TrialSelection newSelection) {
        selection = newSelection;
        newSelection.markedProperty().addListener((observed, before, now) -> updateMarks());
        newSelection.selectedProperty().addListener((observed, before, now) -> selectTrial(now.intValue()));
        table.getSelectionModel().selectedItemProperty().addListener((observed, before, now) -> {
            if (now != null && !selecting) {
                newSelection.selectedProperty().set(now.trial());
            }
        });
    }

    private void selectTrial(int trial) {
        TrialRecord now = table.getSelectionModel().getSelectedItem();
        if (now == null ? trial == TrialChart.NONE : now.trial() == trial) {
            return;
        }
        selecting = true;
        table.getSelectionModel().clearSelection();
        for (TrialRecord row : table.getItems()) {
            if (row.trial() == trial) {
                table.getSelectionModel().select(row);
                table.scrollTo(row);
            }
        }
        selecting = false;
    }

    private void updateMarks() {
        rowNodes.forEach(this::updateMark);
    }

    private void updateMark(TableRow<TrialRecord> row) {
        TrialRecord item = row.getItem();
        TrialSelection linked = selection;
        row.pseudoClassStateChanged(
                MARKED,
                item != null
                        && linked != null
                        && item.trial() == linked.markedProperty().get());
    }

    private void point(TableRow<TrialRecord> row, boolean inside) {
        TrialSelection linked = selection;
        if (linked != null) {
            TrialRecord item = row.getItem();
            linked.pointedProperty().set(inside && item != null ? item.trial() : TrialChart.NONE);
        }
    }

    private TableRow<TrialRecord> createRow() {
        TableRow<TrialRecord> row = new TableRow<>();
        rowNodes.add(row);
        row.itemProperty().addListener((observed, before, now) -> updateMark(row));
        row.setOnMouseEntered(event -> point(row, true));
        row.setOnMouseExited(event -> point(row, false));
        row.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && !row.isEmpty()) {
                open.accept(row.getItem());
            }
        });
        return row;
    }

    private void openSelected() {
        TrialRecord selected = table.getSelectionModel().getSelectedItem();
        if (selected != null) {
            open.accept(selected);
        }
    }

    private void openBest() {
        SearchSnapshot shown = snapshot;
        if (shown != null) {
            shown.best().ifPresent(open);
        }
    }

    private void relabel() {
        columns = List.of();
        SearchSnapshot shown = snapshot;
        if (shown != null) {
            show(shown, brushes);
        }
        table.refresh();
    }

    void show(SearchSnapshot newMoment, Map<Integer, ParallelCoordinatesChart.BrushRange> newBrushes) {
        snapshot = newMoment;
        brushes = newBrushes;
        TuningStudy study = newMoment.study();
        List<String> visible = new ArrayList<>(study.space().keys());
        visible.add(TuningChartModels.objective(study, messages.texts()));
        visible.add(Boolean.toString(study.method().stopsEarly()));
        TrialRanking ranking = newMoment.ranking();
        visible.add(ranking.medians().toString());
        if (!visible.equals(columns)) {
            columns = visible;
            buildColumns(study, ranking);
        }
        boolean isFunction = study.function() != null;
        openBest.setDisable(isFunction || newMoment.best().isEmpty());
        openTrial.setVisible(!isFunction);
        openTrial.setManaged(!isFunction);
        openBest.setVisible(!isFunction);
        openBest.setManaged(!isFunction);
        updateRows();
    }

    private void buildColumns(TuningStudy study, TrialRanking ranking) {
        Texts texts = messages.texts();
        TuningText words = new TuningText(texts);
        List<TableColumn<TrialRecord, ?>> tableColumns = new ArrayList<>();
        tableColumns.add(TrialColumns.number("trial", texts.get("chart.search.trial"), row -> (double) row.trial()));
        if (study.method().stopsEarly()) {
            tableColumns.add(TrialColumns.number(
                    "epochs", texts.get("chart.key.training.epochs"), row -> (double) row.epochs()));
        }
        for (SearchSpace.Hyperparameter parameter : study.space().parameters()) {
            String key = parameter.key();
            TableColumn<TrialRecord, String> values = TrialColumns.column(
                    key,
                    words.key(key),
                    row -> row.values().getOrDefault(key, ""),
                    value -> UnitIntervalTicks.formatValue(parameter.dimension(), value),
                    TrialColumns.numericOrder());
            values.getStyleClass().add(TrialColumns.NUMBER_STYLE);
            values.setMinWidth(Math.max(values.getMinWidth(), parameterWidth(parameter.dimension())));
            tableColumns.add(values);
        }
        TableColumn<TrialRecord, Double> value =
                TrialColumns.number("value", words.objective(study), TrialRecord::value);
        // The result stands next to the trial, because a study of many hyperparameters is wider than the table.
        tableColumns.add(1, value);
        value.setMinWidth(Math.max(value.getMinWidth(), VALUE_COLUMN_WIDTH));
        boolean larger = study.objective().isLargerBetter();
        TableColumn.SortType bestFirst = larger ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING;
        value.setSortType(bestFirst);
        List<TableColumn<TrialRecord, ?>> order = new ArrayList<>(List.of(value));
        if (ranking.isDecidedByRepeats()) {
            TableColumn<TrialRecord, Double> median = TrialColumns.number(
                    "median",
                    texts.get("tuning.readout.median", Integer.toString(BestTrialRepeats.SEEDS)),
                    row -> ranking.median(row).orElse(Double.NaN));
            double last = larger ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            median.setComparator(Comparator.comparingDouble(known -> Double.isNaN(known) ? last : known));
            median.setMinWidth(Math.max(median.getMinWidth(), VALUE_COLUMN_WIDTH));
            median.setSortType(bestFirst);
            tableColumns.add(1, median);
            order.add(0, median);
        }
        TableColumn<TrialRecord, String> state = TrialColumns.column(
                "state", texts.get("tuning.table.state"), row -> words.stateName(study, row), text -> text);
        state.setMinWidth(Math.max(state.getMinWidth(), TEXT_COLUMN_WIDTH));
        stateColumn = state;
        tableColumns.add(state);
        tableColumns.forEach(shown -> shown.setPrefWidth(shown.getMinWidth()));
        table.getColumns().setAll(tableColumns);
        updateResizePolicy();
        table.getSortOrder().setAll(order);
    }

    /** The values of a choice are known, so their column is no wider than they are. */
    private static double parameterWidth(SearchDimension dimension) {
        return dimension instanceof SearchDimension.CategoricalDimension choice
                ? TrialColumns.width(choice.values().stream()
                        .map(UnitIntervalTicks::formatValue)
                        .toList())
                : PARAMETER_COLUMN_WIDTH;
    }

    /** Columns fill the table; where they do not fit, the table scrolls sideways instead of cutting numbers. */
    private void updateResizePolicy() {
        double needed = table.getVisibleLeafColumns().stream()
                .mapToDouble(TableColumn::getMinWidth)
                .sum();
        boolean fits = needed <= table.getWidth() - SCROLL_BAR;
        if (fits) {
            table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        } else if (!table.getColumnResizePolicy().equals(TableView.UNCONSTRAINED_RESIZE_POLICY)) {
            table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
            // Otherwise, they would stay as wide as in the wider table before.
            table.getVisibleLeafColumns()
                    .forEach(column -> table.resizeColumn(column, column.getMinWidth() - column.getWidth()));
        }
    }

    private void updateRows() {
        SearchSnapshot shown = snapshot;
        if (shown == null) {
            return;
        }
        List<TrialRecord> all = shown.rows();
        TableColumn<TrialRecord, String> states = stateColumn;
        if (states != null) {
            states.setVisible(all.stream().anyMatch(row -> row.state() != TrialRecord.TrialStatus.COMPLETED));
            updateResizePolicy();
        }
        List<TrialRecord> ranked = shown.ranking().trials();
        Set<TrialRecord> best = new HashSet<>(ranked.subList(0, (int) Math.ceil(BEST_FRACTION * ranked.size())));
        ParallelCoordinatesChart.Model model =
                new TuningChartModels(shown.study(), all, messages.texts()).parallelCoordinates(brushes);
        Set<Integer> brushed = new HashSet<>();
        List<TrialRecord> finished = shown.finishedTrials();
        for (int i = 0; i < finished.size(); i++) {
            if (model.isSelected(model.trials().get(i))) {
                brushed.add(finished.get(i).trial());
            }
        }
        List<TrialRecord> visible = all.stream()
                .filter(row -> passes(row, best))
                .filter(row -> brushes.isEmpty() || brushed.contains(row.trial()))
                .toList();
        if (!visible.equals(rows)) {
            TrialRecord selected = table.getSelectionModel().getSelectedItem();
            selecting = true;
            rows.setAll(visible);
            if (selected != null) {
                rows.stream()
                        .filter(row -> row.trial() == selected.trial())
                        .findFirst()
                        .ifPresent(table.getSelectionModel()::select);
            }
            selecting = false;
        }
    }

    private boolean passes(TrialRecord row, Set<TrialRecord> best) {
        return switch (filter.getValue()) {
            case ALL -> true;
            case BEST -> best.contains(row);
            case COMPLETED -> row.state() == TrialRecord.TrialStatus.COMPLETED;
            case STOPPED -> row.state() == TrialRecord.TrialStatus.PRUNED;
            case LOST ->
                row.state() == TrialRecord.TrialStatus.DIVERGED || row.state() == TrialRecord.TrialStatus.FAILED;
        };
    }
}
