package hyperlab.lab.convolution;

import hyperlab.convolution.KernelSelection;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.field.NumberField;
import hyperlab.ui.control.field.NumberRule;
import hyperlab.ui.control.field.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/**
 * A grid of number fields for the kernel's weights, shaded by value. The ids are {@code convolution-cell-ROW-COLUMN},
 * from 1. The cells of a large kernel are small and show only numbers that fit.
 */
final class KernelEditor extends VBox {
    private static final PseudoClass POSITIVE = PseudoClass.getPseudoClass("positive");
    private static final PseudoClass NEGATIVE = PseudoClass.getPseudoClass("negative");
    /** The number does not fit in its cell at the usual size. */
    private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");

    /** Shades from a quarter of the largest absolute value to all of it. */
    private static final List<PseudoClass> SHADES = Stream.of("pale", "medium", "strong", "full")
            .map(PseudoClass::getPseudoClass)
            .toList();

    /** The number of digits that fit into a cell. */
    private static final int DIGITS = 2;

    private static final int MAX_NORMAL_SIDE = 5;
    private static final int MAX_SMALL_SIDE = 7;

    private final Messages messages;
    private final ConvolutionViewModel lab;
    private final GridPane grid = new GridPane();
    private final VBox validationMessages = new VBox();
    private final List<NumberField> fields = new ArrayList<>();
    private int side;
    private boolean updating;

    KernelEditor(Messages messages, ConvolutionViewModel lab) {
        this.messages = messages;
        this.lab = lab;
        setId("convolution-cells");
        grid.setAlignment(Pos.CENTER);
        getChildren().addAll(grid, validationMessages);
        show(lab.setup().kernel());
    }

    void show(KernelSelection kernel) {
        if (kernel.side() != side) {
            side = kernel.side();
            build(kernel);
        }
        double largest = kernel.values().stream().mapToDouble(Math::abs).max().orElse(0);
        updating = true;
        for (int index = 0; index < fields.size(); index++) {
            double number = kernel.values().get(index);
            NumberField field = fields.get(index);
            field.valueProperty().set(number);
            field.pseudoClassStateChanged(POSITIVE, number > 0);
            field.pseudoClassStateChanged(NEGATIVE, number < 0);
            field.pseudoClassStateChanged(LONG, field.getText().length() > maxLength());
            int shade = number == 0 ? -1 : (int) Math.ceil(SHADES.size() * Math.abs(number) / largest) - 1;
            for (int k = 0; k < SHADES.size(); k++) {
                field.pseudoClassStateChanged(SHADES.get(k), k == shade);
            }
        }
        updating = false;
    }

    /** The number of characters that fit in a cell at the usual size. */
    private int maxLength() {
        return side <= MAX_NORMAL_SIDE ? 4 : side <= MAX_SMALL_SIDE ? 3 : 2;
    }

    private void build(KernelSelection kernel) {
        grid.getStyleClass()
                .setAll("kernel-cells", side <= MAX_NORMAL_SIDE ? "normal" : side <= MAX_SMALL_SIDE ? "small" : "tiny");
        fields.clear();
        grid.getChildren().clear();
        validationMessages.getChildren().clear();
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
            field.valueProperty().addListener((observed, before, now) -> edit(field, now.doubleValue()));
            field.onSettled(lab.undo()::settle);
            fields.add(field);
            grid.add(field, index % side, index / side);
            validationMessages.getChildren().add(new ValidationMessage(field));
        }
    }

    /** A cell of an earlier kernel that loses the focus because it leaves the window changes nothing. */
    private void edit(NumberField field, double number) {
        int index = fields.indexOf(field);
        if (!updating && index >= 0) {
            lab.undo().settle();
            lab.editKernel(index, number);
        }
    }
}
