package hyperlab.app.convolution;

import hyperlab.app.Messages;
import hyperlab.app.control.ValidationMessage;
import hyperlab.app.control.Hints;
import hyperlab.app.control.NumberField;
import hyperlab.app.control.NumberRule;
import hyperlab.convolution.KernelChoice;
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
    private final VBox complaints = new VBox();
    private final ScrollPane pane = new ScrollPane(grid);
    private final List<NumberField> fields = new ArrayList<>();
    private int side;
    private boolean showing;

    KernelEditor(Messages messages, ConvolutionViewModel lab) {
        this.messages = messages;
        this.lab = lab;
        setId("convolution-cells");
        grid.getStyleClass().add("kernel-cells");
        pane.getStyleClass().addAll("kernel-scroll", "edge-to-edge");
        pane.setVbarPolicy(ScrollBarPolicy.NEVER);
        pane.setFocusTraversable(false);
        getChildren().addAll(pane, complaints);
        show(lab.setup().kernel());
    }

    void show(KernelChoice kernel) {
        if (kernel.side() != side) {
            side = kernel.side();
            build(kernel);
        }
        showing = true;
        for (int place = 0; place < fields.size(); place++) {
            double number = kernel.numbers().get(place);
            NumberField field = fields.get(place);
            field.value().set(number);
            field.pseudoClassStateChanged(POSITIVE, number > 0);
            field.pseudoClassStateChanged(NEGATIVE, number < 0);
        }
        showing = false;
    }

    private void build(KernelChoice kernel) {
        grid.getChildren().clear();
        complaints.getChildren().clear();
        fields.clear();
        NumberRule rule = NumberRule.within(-KernelChoice.LARGEST, KernelChoice.LARGEST);
        for (int place = 0; place < side * side; place++) {
            String row = Integer.toString(place / side + 1);
            String column = Integer.toString(place % side + 1);
            NumberField field = new NumberField(
                    "convolution-cell-" + row + "-" + column,
                    messages,
                    rule,
                    kernel.numbers().get(place));
            field.setDigits(DIGITS);
            field.getStyleClass().add("kernel-cell");
            field.accessibleTextProperty().bind(messages.bind("convolution.cell", row, column));
            Hints.withHint(field, messages.bind("convolution.cell.hint"));
            int at = place;
            field.value().addListener((observed, before, now) -> edit(at, now.doubleValue()));
            field.onSettled(lab.undo()::settle);
            fields.add(field);
            grid.add(field, place % side, place / side);
            complaints.getChildren().add(new ValidationMessage(field));
        }
    }

    private void edit(int place, double number) {
        if (!showing) {
            lab.undo().settle();
            lab.editKernel(place, number);
        }
    }
}
