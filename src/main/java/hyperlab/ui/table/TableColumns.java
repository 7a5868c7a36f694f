package hyperlab.ui.table;

import hyperlab.data.ColumnProfile;
import hyperlab.data.CsvInference;
import hyperlab.data.CsvPreview;
import hyperlab.ui.Messages;
import hyperlab.ui.control.ChoiceComboBox;
import hyperlab.ui.control.Hints;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table: what each is used for, how, and why. Enter makes the selected column a feature or leaves it
 * out, T makes it the target, and C switches between numbers and categories.
 */
final class TableColumns extends TableView<TableColumns.ColumnRow> {
    private static final double CHOICE_WIDTH = 112;
    private static final double HEADER_HEIGHT = 36;
    private static final double ROW_HEIGHT = 30;

    private final Messages messages;
    private final TableImport table;

    /** What a column is used for. */
    enum ColumnRole {
        FEATURE,
        TARGET,
        IGNORE
    }

    /** How a feature is used. */
    enum ColumnType {
        NUMBER,
        CATEGORY
    }

    /** A column with its use. */
    record ColumnRow(ColumnProfile column, ColumnRole role, ColumnType type, String reason) {}

    TableColumns(Messages messages, TableImport table) {
        this.messages = messages;
        this.table = table;
        setId("table-columns");
        getStyleClass().add("dense");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns()
                .add(textColumn("table.column.name", 170, row -> row.column().name()));
        getColumns()
                .add(choiceColumn(
                        "table.column.role",
                        List.of(ColumnRole.values()),
                        role -> "table.role." + role.name(),
                        ColumnRow::role,
                        this::changeRole));
        getColumns()
                .add(choiceColumn(
                        "table.column.type",
                        List.of(ColumnType.values()),
                        type -> "table.type." + type.name(),
                        ColumnRow::type,
                        (row, type) -> table.setCategory(row.column().name(), type == ColumnType.CATEGORY)));
        TableColumn<ColumnRow, ?> missing = textColumn(
                "table.column.missing", 76, row -> Integer.toString(row.column().missingCount()));
        NumberColumns.align(missing);
        getColumns().add(missing);
        getColumns().add(textColumn("table.column.values", 150, row -> text().values(row.column())));
        getColumns().add(textColumn("table.column.why", 230, ColumnRow::reason));
        addEventHandler(KeyEvent.KEY_PRESSED, this::handleKey);
        Hints.withHint(this, messages.bind("table.columns.hint"));
    }

    private TableText text() {
        return new TableText(messages.texts());
    }

    private void changeRole(ColumnRow row, ColumnRole role) {
        String name = row.column().name();
        switch (role) {
            case TARGET -> table.changeTarget(name);
            case FEATURE -> table.setFeature(name, true);
            case IGNORE -> table.setFeature(name, false);
        }
    }

    private void handleKey(KeyEvent event) {
        ColumnRow row = getSelectionModel().getSelectedItem();
        if (row == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            changeRole(row, row.role() == ColumnRole.FEATURE ? ColumnRole.IGNORE : ColumnRole.FEATURE);
        } else if (event.getCode() == KeyCode.T) {
            changeRole(row, ColumnRole.TARGET);
        } else if (event.getCode() == KeyCode.C) {
            table.setCategory(row.column().name(), row.type() == ColumnType.NUMBER);
        } else {
            return;
        }
        event.consume();
    }

    private TableColumn<ColumnRow, ColumnRow> column(String key, double width) {
        TableColumn<ColumnRow, ColumnRow> column = new TableColumn<>();
        column.textProperty().bind(messages.bind(key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        return column;
    }

    private TableColumn<ColumnRow, ColumnRow> textColumn(String key, double width, Function<ColumnRow, String> textOf) {
        TableColumn<ColumnRow, ColumnRow> column = column(key, width);
        column.setCellFactory(view -> new WrappedCell<>(textOf));
        return column;
    }

    private <T> TableColumn<ColumnRow, ColumnRow> choiceColumn(
            String key,
            List<T> values,
            Function<T, String> keyOf,
            Function<ColumnRow, T> valueOf,
            BiConsumer<ColumnRow, T> change) {
        TableColumn<ColumnRow, ColumnRow> column = column(key, CHOICE_WIDTH + 12);
        column.setCellFactory(view -> new ChoiceTableCell<>(values, keyOf, valueOf, change));
        return column;
    }

    private final class ChoiceTableCell<T> extends TableCell<ColumnRow, ColumnRow> {
        private final ChoiceComboBox<T> box;
        private final List<T> values;
        private final Function<ColumnRow, T> valueOf;
        private boolean updating;

        ChoiceTableCell(
                List<T> values,
                Function<T, String> keyOf,
                Function<ColumnRow, T> valueOf,
                BiConsumer<ColumnRow, T> change) {
            this.values = values;
            this.valueOf = valueOf;
            box = new ChoiceComboBox<>("", messages, values, keyOf);
            box.setPrefWidth(CHOICE_WIDTH);
            box.setFocusTraversable(false);
            box.valueProperty().addListener((observed, before, now) -> apply(change));
            box.showingProperty().addListener((observed, before, now) -> apply(change));
        }

        /** A change renews the rows, which would close the open list under the arrow keys; so it waits until then. */
        private void apply(BiConsumer<ColumnRow, T> change) {
            ColumnRow row = getItem();
            T chosen = box.getValue();
            boolean changed = row != null && chosen != null && !chosen.equals(valueOf.apply(row));
            if (changed && !updating && !box.isShowing()) {
                change.accept(row, chosen);
            }
        }

        @Override
        protected void updateItem(ColumnRow row, boolean empty) {
            super.updateItem(row, empty);
            boolean shown = !empty && row != null;
            setGraphic(shown ? box : null);
            if (row != null) {
                updating = true;
                box.setValue(valueOf.apply(row));
                box.setId("table-" + values.get(0).getClass().getSimpleName() + "-"
                        + row.column().name());
                box.setDisable(isFixed(row, values.get(0)));
                updating = false;
            }
        }
    }

    /** Whether a column allows only one of the values: text cannot be numbers, and the target has no type. */
    private static boolean isFixed(ColumnRow row, Object value) {
        return value instanceof ColumnType
                ? row.role() == ColumnRole.TARGET
                        || !row.column().canBeNumber()
                        || !row.column().canBeCategory()
                : row.role() == ColumnRole.TARGET;
    }

    void show(@Nullable CsvPreview preview, @Nullable CsvInference inference) {
        if (preview == null || inference == null) {
            getItems().clear();
            return;
        }
        Set<String> features = new HashSet<>(inference.plan().features());
        Set<String> categories = new HashSet<>(inference.plan().categories());
        List<ColumnRow> rows = new ArrayList<>();
        for (ColumnProfile column : preview.columns()) {
            boolean target = column.name().equals(inference.plan().target());
            ColumnRole role = target
                    ? ColumnRole.TARGET
                    : features.contains(column.name()) ? ColumnRole.FEATURE : ColumnRole.IGNORE;
            boolean category = categories.contains(column.name()) || !column.canBeNumber();
            rows.add(new ColumnRow(
                    column,
                    role,
                    category ? ColumnType.CATEGORY : ColumnType.NUMBER,
                    text().reason(column, inference)));
        }
        int selected = getSelectionModel().getSelectedIndex();
        getItems().setAll(rows);
        setPrefHeight(HEADER_HEIGHT + ROW_HEIGHT * rows.size());
        getSelectionModel().select(Math.max(0, selected));
    }
}
