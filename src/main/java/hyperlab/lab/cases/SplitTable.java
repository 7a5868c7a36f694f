package hyperlab.lab.cases;

import hyperlab.data.DataSet;
import hyperlab.data.PredictionTask;
import hyperlab.text.ColumnNames;
import hyperlab.text.NumberFormats;
import hyperlab.train.Quantiles;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Readout;
import hyperlab.ui.control.WrappedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The target in the training, validation and test parts, which shows whether they are alike. */
final class SplitTable extends VBox {
    private static final int MAX_CLASSES = 10;

    private final Messages messages;
    private final StringProperty heading = new SimpleStringProperty("");
    private final Readout table;

    SplitTable(Messages messages) {
        super(8);
        this.messages = messages;
        table = new Readout(
                "cases-parting-target",
                List.of(
                        messages.bind("cases.parting.train"),
                        messages.bind("cases.parting.validation"),
                        messages.bind("cases.parting.test")));
        table.visibleProperty().bind(heading.map(text -> !text.isEmpty()));
        table.managedProperty().bind(table.visibleProperty());
        getChildren().addAll(WrappedText.hiddenIfEmpty("cases-parting-heading", heading), table);
    }

    /** @param info null until it is known */
    void show(CasesViewModel.@Nullable CaseDataInfo info) {
        if (info == null) {
            heading.set("");
            table.rows(List.of());
            return;
        }
        DataSet data = info.data();
        boolean classes = data.task() == PredictionTask.CLASSIFICATION;
        heading.set(
                classes
                        ? classHeading(data.classNames().size(), messages)
                        : messages.get("cases.parting.numbers", ColumnNames.of(data.targetName(), messages.texts())));
        table.rows(classes ? classRows(data.classNames(), info.targets()) : numberRows(info.targets()));
    }

    /** Says which classes the table has, because it has no room for many. */
    static String classHeading(int classes, Messages messages) {
        return classes <= MAX_CLASSES
                ? messages.get("cases.parting.classes")
                : messages.get("cases.parting.classes.first", Integer.toString(MAX_CLASSES), Integer.toString(classes));
    }

    private static List<Readout.ReadoutRow> classRows(List<String> names, List<double[]> parts) {
        List<Readout.ReadoutRow> rows = new ArrayList<>();
        for (int k = 0; k < Math.min(MAX_CLASSES, names.size()); k++) {
            int index = k;
            rows.add(row(names.get(k), parts, targets -> share(targets, index)));
        }
        return rows;
    }

    private static String share(double[] targets, int index) {
        long count =
                Arrays.stream(targets).filter(target -> (int) target == index).count();
        return NumberFormats.formatFixed(100.0 * count / targets.length, 1) + "\u00a0%";
    }

    private List<Readout.ReadoutRow> numberRows(List<double[]> parts) {
        return List.of(
                numberRow("cases.data.least", parts, Quantiles::minimum),
                numberRow("cases.data.median", parts, Quantiles::median),
                numberRow("cases.data.greatest", parts, Quantiles::maximum));
    }

    private Readout.ReadoutRow numberRow(String key, List<double[]> parts, ToDoubleFunction<Quantiles> number) {
        return row(
                messages.get(key), parts, targets -> NumberFormats.format(number.applyAsDouble(Quantiles.of(targets))));
    }

    /** A part without rows has no number. */
    private static Readout.ReadoutRow row(String name, List<double[]> parts, Function<double[], String> number) {
        Label label = new Label(name);
        label.getStyleClass().add("readout-name");
        return new Readout.ReadoutRow(
                label,
                parts.stream()
                        .map(targets -> targets.length == 0 ? "–" : number.apply(targets))
                        .toList(),
                false);
    }
}
