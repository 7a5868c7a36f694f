package hyperlab.lab.activation;

import hyperlab.chart.style.CurveStyle;
import hyperlab.diagnosis.ActivationBenchmark;
import hyperlab.lab.LabContext;
import hyperlab.lab.activation.ActivationRow.Column;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.SeriesSymbol;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/**
 * A table of the properties of each plotted function. Clicking a heading sorts by that column; clicking it again
 * reverses the order.
 */
final class ActivationTable extends GridPane {
    private static final List<Column> COLUMNS = List.of(Column.values());
    /** In a presentation the large text leaves no room for the prose of the last column. */
    private static final List<Column> PRESENTED_COLUMNS =
            COLUMNS.stream().filter(column -> column != Column.USAGE).toList();
    /** The columns that fit next to a chart in a window of ordinary size. */
    private static final List<Column> NARROW_COLUMNS =
            List.of(Column.FUNCTION, Column.RANGE, Column.CENTERED, Column.SATURATION, Column.COST);

    private static final List<Column> COLUMNS_WITHOUT_COST =
            NARROW_COLUMNS.stream().filter(column -> column != Column.COST).toList();
    private static final List<Column> NARROWEST_COLUMNS = List.of(Column.FUNCTION, Column.RANGE, Column.SATURATION);

    /** Forms of the table for less and less room. In the third one, costs are without their nanoseconds. */
    private static final List<List<Column>> FORMS =
            List.of(PRESENTED_COLUMNS, NARROW_COLUMNS, NARROW_COLUMNS, COLUMNS_WITHOUT_COST, NARROWEST_COLUMNS);

    private static final int NARROW_FORM = 1;
    private static final int SHORT_COST_FORM = 2;
    /** The width in pixels from which all columns are shown. */
    private static final double FULL_WIDTH = 560;

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final LabContext context;
    private List<ActivationRow> rows = List.of();
    private ActivationKind examined = ActivationKind.SIGMOID;
    private Column sortColumn = Column.FUNCTION;
    private boolean descending;
    private List<Object> displayedContent = List.of();
    private List<Column> columns = COLUMNS;
    /** The first of {@link #FORMS} that is not known to be too wide. */
    private int form;

    ActivationTable(LabContext context) {
        this.context = context;
        setId("activation-table");
        getStyleClass().addAll("readout", "activation-table");
        setMinWidth(0);
        context.appearance().presentationProperty().addListener((observed, before, now) -> rebuild());
        widthProperty().addListener((observed, before, now) -> {
            if (hasAllColumns() != columns.equals(COLUMNS) || firstForm() != form) {
                rebuild();
            }
        });
    }

    private boolean hasAllColumns() {
        boolean presented = context.appearance().presentationProperty().get();
        return !presented && (getWidth() == 0 || getWidth() >= FULL_WIDTH);
    }

    private int firstForm() {
        return context.appearance().presentationProperty().get() ? 0 : NARROW_FORM;
    }

    /** Takes the widest form that fits: how wide one is depends on the functions, the costs and the language. */
    @Override
    protected void layoutChildren() {
        while (!columns.equals(COLUMNS)
                && form < FORMS.size() - 1
                && getWidth() > 0
                && computePrefWidth(USE_COMPUTED_SIZE) > getWidth()) {
            form++;
            build();
            applyCss();
        }
        super.layoutChildren();
    }

    private void constrainColumns() {
        getColumnConstraints().setAll(new ColumnConstraints());
        for (Column column : columns) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setHgrow(column == Column.USAGE ? Priority.ALWAYS : Priority.SOMETIMES);
            constraints.setHalignment(HPos.LEFT);
            if (column != Column.USAGE) {
                constraints.setMinWidth(USE_PREF_SIZE);
            }
            getColumnConstraints().add(constraints);
        }
    }

    /** Rebuilds the table only if its content has changed, not on every move of the probe. */
    void show(CurvesViewState viewState, List<ActivationBenchmark.ActivationTiming> costs) {
        List<Object> content = List.of(
                viewState.functions().stream()
                        .map(drawn -> drawn.curve().activation())
                        .toList(),
                viewState.examined(),
                viewState.to(),
                costs,
                context.messages().languageProperty().get());
        if (content.equals(displayedContent)) {
            return;
        }
        displayedContent = content;
        examined = viewState.examined();
        rows = viewState.functions().stream()
                .map(drawn -> ActivationRow.of(drawn.kind(), drawn.curve(), costs))
                .toList();
        rebuild();
    }

    private void sortBy(Column column) {
        descending = column == sortColumn && !descending;
        sortColumn = column;
        rebuild();
        lookup("#activation-sort-" + column.id()).requestFocus();
    }

    private void rebuild() {
        form = firstForm();
        build();
    }

    private void build() {
        Messages messages = context.messages();
        columns = hasAllColumns() ? COLUMNS : FORMS.get(form);
        constrainColumns();
        pseudoClassStateChanged(NARROW, !columns.contains(Column.MONOTONE));
        getChildren().clear();
        addBackground("readout-head", 0);
        for (int column = 0; column < columns.size(); column++) {
            add(headingButton(columns.get(column)), column + 1, 0);
        }
        int rowIndex = 1;
        for (ActivationRow row : ActivationRow.sorted(rows, sortColumn, descending)) {
            addBackground(row.kind() == examined ? "readout-row-chosen" : "readout-row", rowIndex);
            SeriesSymbol mark = new SeriesSymbol(
                    context.appearance(), CurveStyle.series(row.kind().series()));
            add(mark, 0, rowIndex);
            setValignment(mark, VPos.CENTER);
            for (int column = 0; column < columns.size(); column++) {
                Label label = new Label(
                        isShort(columns.get(column))
                                ? row.costRatioText(messages.texts())
                                : row.cellText(columns.get(column), messages.texts()));
                label.getStyleClass().add("readout-cell");
                label.setWrapText(columns.get(column) == Column.USAGE);
                if (columns.get(column) == Column.FUNCTION) {
                    label.getStyleClass().add("strong");
                    label.setId("activation-row-name-" + (rowIndex - 1));
                    if (!columns.contains(Column.USAGE)) {
                        Hints.withHint(label, messages.compute(() -> row.cellText(Column.USAGE, messages.texts())));
                    }
                }
                add(label, column + 1, rowIndex);
            }
            rowIndex++;
        }
    }

    private boolean isShort(Column column) {
        return column == Column.COST && form == SHORT_COST_FORM && !hasAllColumns();
    }

    private Button headingButton(Column column) {
        String key = "activation.table." + column.id();
        String name = isShort(column) ? "activation.table.cost.short" : key;
        Messages messages = context.messages();
        String arrow = column != sortColumn ? "" : descending ? " ↓" : " ↑";
        Button heading = new Button(messages.get(name) + arrow);
        heading.setId("activation-sort-" + column.id());
        heading.getStyleClass().add("table-heading");
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.setMinWidth(USE_PREF_SIZE);
        heading.setOnAction(event -> sortBy(column));
        return Hints.withHint(heading, messages.bind(key + ".hint"));
    }

    private void addBackground(String style, int row) {
        StackPane band = new StackPane();
        band.getStyleClass().add(style);
        add(band, 0, row, COLUMNS.size() + 1, 1);
    }
}
