package hyperlab.lab.activation;

import hyperlab.chart.style.CurveStyle;
import hyperlab.lab.LabContext;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.Section;
import hyperlab.ui.control.SeriesSymbol;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A list with one row for each function: a check box that selects it and a button that examines it. */
final class FunctionList extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final CurvesViewModel model;
    private final LabContext context;
    private final Messages messages;
    /** Strong references: the listeners alone would not keep these bindings from being garbage collected. */
    private final List<BooleanBinding> bindings = new ArrayList<>();

    FunctionList(LabContext context, CurvesViewModel model) {
        this.model = model;
        this.context = context;
        this.messages = context.messages();
        Hyperlink clear = new Hyperlink();
        clear.setId("activation-clear");
        clear.setMinWidth(USE_PREF_SIZE);
        clear.textProperty().bind(messages.bind("activation.clear"));
        clear.setOnAction(event -> {
            model.undo().settle();
            model.clear();
            clear.setVisited(false);
        });
        Hints.withHint(clear, messages.bind("activation.clear.hint"));
        VBox rows = new VBox(2);
        for (ActivationKind kind : ActivationKind.values()) {
            rows.getChildren().add(row(kind));
        }
        getChildren().add(new Section(messages.bind("activation.overlay"), rows).addToHeader(clear));
    }

    private Node row(ActivationKind kind) {
        CheckBox box = new CheckBox();
        box.setId("activation-" + kind.id());
        box.textProperty().bind(messages.bind(kind.nameKey()));
        SeriesSymbol mark = new SeriesSymbol(context.appearance(), CurveStyle.series(kind.series()));
        mark.visibleProperty().bind(box.selectedProperty());
        box.setOnAction(event -> model.undo().settle());
        box.selectedProperty().bindBidirectional(model.selected(kind));
        box.setMinWidth(USE_PREF_SIZE);
        Hints.withHint(box, messages.bind("activation.overlay.hint"));
        Button examine = Icons.button(
                "activation-examine-" + kind.id(),
                "fth-search",
                messages.compute(() -> messages.get("activation.examine", messages.get(kind.nameKey()))),
                () -> {
                    model.undo().settle();
                    model.examine(kind);
                });
        examine.getStyleClass().add("small");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(8, box, mark, gap, examine);
        row.setId("activation-row-" + kind.id());
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("activation-row");
        BooleanBinding isExamined = model.examinedProperty().isEqualTo(kind).and(model.selected(kind));
        bindings.add(isExamined);
        row.pseudoClassStateChanged(CHOSEN, isExamined.get());
        isExamined.addListener((observed, before, now) -> row.pseudoClassStateChanged(CHOSEN, now));
        return row;
    }
}
