package hyperlab.lab.convolution;

import hyperlab.convolution.KernelSelection;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.field.NumberField;
import hyperlab.ui.control.field.NumberRule;
import hyperlab.ui.control.field.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/**
 * A grid of number fields for the kernel's weights. The ids are {@code convolution-cell-ROW-COLUMN}, from 1. A large
 * kernel scrolls.
 */
final class KernelEditor extends VBox {
    private static final PseudoClass POSITIVE = PseudoClass.getPseudoClass("positive");
    private static final PseudoClass NEGATIVE = PseudoClass.getPseudoClass("negative");

    /** The number of digits that fit into a cell. */
    private static final int DIGITS = 2;

    private final Messages messages;
    private final ConvolutionViewModel lab;
    private final GridPane grid = new GridPane();
    private final VBox validationMessages = new VBox();
    private final ScrollPane pane = new ScrollPane(grid);
    private final List<NumberField> fields = new ArrayList<>();
    private int side;
    private boolean updating;

    KernelEditor(Messages messages, ConvolutionViewModel lab) {
        this.messages = messages;
        this.lab = lab;
        setId("convolution-cells");
        grid.getStyleClass().add("kernel-cells");
        pane.getStyleClass().addAll("kernel-scroll", "edge-to-edge");
        pane.setVbarPolicy(ScrollBarPolicy.NEVER);
        pane.setFocusTraversable(false);
        getChildren().addAll(pane, validationMessages);
        show(lab.setup().kernel());
    }

    void show(KernelSelection kernel) {
        if (kernel.side() != side) {
            side = kernel.side();
            build(kernel);
        }
        updating = true;
        for (int index = 0; index < fields.size(); index++) {
            double number = kernel.values().get(index);
            NumberField field = fields.get(index);
            field.valueProperty().set(number);
            field.pseudoClassStateChanged(POSITIVE, number > 0);
            field.pseudoClassStateChanged(NEGATIVE, number < 0);
        }
        updating = false;
    }

    private void build(KernelSelection kernel) {
        grid.getChildren().clear();
        validationMessages.getChildren().clear();
        fields.clear();
        NumberRule rule = NumberRule.within(-KernelSelection.MAX_ABS_VALUE, KernelSelection.MAX_ABS_VALUE);
        for (int index = 0; index < side * side; index++) {
            String row = Integer.toString(index / side + 1);
            String column = Integer.toString(index % side + 1);
            NumberField field = new NumberField(
                    "convolution-cell-" + row + "-" + column,
                    messages,
                    rule,
                    kernel.values().get(index));
            field.setDigits(DIGITS);
            field.getStyleClass().add("kernel-cell");
            field.accessibleTextProperty().bind(messages.bind("convolution.cell", row, column));
            Hints.withHint(field, messages.bind("convolution.cell.hint"));
            int cellIndex = index;
            field.valueProperty().addListener((observed, before, now) -> edit(cellIndex, now.doubleValue()));
            field.onSettled(lab.undo()::settle);
            fields.add(field);
            grid.add(field, index % side, index / side);
            validationMessages.getChildren().add(new ValidationMessage(field));
        }
    }

    private void edit(int index, double number) {
        if (!updating) {
            lab.undo().settle();
            lab.editKernel(index, number);
        }
    }
}
