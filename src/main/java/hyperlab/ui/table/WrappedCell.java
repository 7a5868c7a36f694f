package hyperlab.ui.table;

import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;

/**
 * A cell whose text continues on the next line where the column is too narrow for it; its row is as high as its highest
 * cell.
 *
 * @param <R> the type of the rows
 * @param <T> the type of the values
 */
public final class WrappedCell<R, T> extends TableCell<R, T> {
    private final Function<T, String> textOf;
    private final Label label = new Label();

    public WrappedCell(Function<T, String> textOf) {
        this.textOf = textOf;
        label.setWrapText(true);
        label.setAlignment(Pos.CENTER_LEFT);
        label.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    }

    @Override
    protected void updateItem(T value, boolean empty) {
        super.updateItem(value, empty);
        String text = empty || value == null ? "" : textOf.apply(value);
        label.setText(text);
        setGraphic(text.isEmpty() ? null : label);
        setTooltip(text.isEmpty() ? null : new Tooltip(text));
    }

    @Override
    protected double computePrefHeight(double width) {
        TableColumn<R, T> column = getTableColumn();
        if (column == null || getGraphic() == null) {
            return super.computePrefHeight(width);
        }
        double room = column.getWidth() - snappedLeftInset() - snappedRightInset();
        return Math.max(
                super.computePrefHeight(width),
                Math.ceil(label.prefHeight(room)) + snappedTopInset() + snappedBottomInset());
    }
}
