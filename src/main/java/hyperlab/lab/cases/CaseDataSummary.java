package hyperlab.lab.cases;

import hyperlab.data.DataSet;
import hyperlab.data.PredictionTask;
import hyperlab.diagnosis.FeatureScales;
import hyperlab.text.ColumnNames;
import hyperlab.text.NumberFormats;
import hyperlab.train.Quantiles;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Readout;
import hyperlab.ui.control.WrappedText;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A summary of the data of a case: the number of rows, the distribution of the target, and the ranges of the features.
 */
final class CaseDataSummary extends VBox {
    private static final int MAX_FEATURES = 6;
    private static final int MAX_CLASSES = 10;

    private final Messages messages;
    private final StringProperty summary = new SimpleStringProperty("");
    private final StringProperty detailsText = new SimpleStringProperty("");
    private final StringProperty countHeading = new SimpleStringProperty("");
    private final StringProperty shareHeading = new SimpleStringProperty("");
    private final Readout target;
    private final Readout features;

    CaseDataSummary(Messages messages) {
        super(8);
        this.messages = messages;
        target = new Readout("cases-target", List.of(countHeading, shareHeading));
        features = new Readout(
                "cases-features",
                List.of(
                        messages.bind("cases.data.least"),
                        messages.bind("cases.data.mean"),
                        messages.bind("cases.data.greatest")));
        WrappedText about = new WrappedText(summary);
        about.setId("cases-data-summary");
        HBox tables = new HBox(20, target, features);
        HBox.setHgrow(target, Priority.ALWAYS);
        HBox.setHgrow(features, Priority.ALWAYS);
        getChildren().addAll(about, tables, new WrappedText(detailsText, "muted", "small"));
    }

    void show(CasesViewModel.@Nullable CaseDataInfo info) {
        if (info == null) {
            summary.set(messages.get("cases.data.reading"));
            detailsText.set("");
            target.rows(List.of());
            features.rows(List.of());
            return;
        }
        DataSet data = info.data();
        boolean classes = data.task() == PredictionTask.CLASSIFICATION;
        summary.set(messages.get(
                classes ? "cases.data.classes" : "cases.data.number",
                NumberFormats.count(data.samples()),
                NumberFormats.count(data.features().numCols),
                column(data.targetName()),
                Integer.toString(data.classNames().size())));
        countHeading.set(classes ? messages.get("cases.data.rows") : column(data.targetName()));
        shareHeading.set(classes ? messages.get("cases.data.share") : "");
        target.rows(classes ? classRows(data) : numberRows(data));
        FeatureScales scales = FeatureScales.of(data.features());
        boolean image = data.image() != null;
        features.rows(image ? List.of() : featureRows(data, scales));
        features.setVisible(!image);
        features.setManaged(!image);
        detailsText.set(image ? messages.get("cases.data.image") : scalesText(data, scales));
    }

    private String column(String name) {
        return ColumnNames.of(name, messages.texts());
    }

    private String scalesText(DataSet data, FeatureScales scales) {
        int hidden = data.features().numCols - MAX_FEATURES;
        String rest = hidden > 0 ? messages.get("cases.data.more", Integer.toString(hidden)) + " " : "";
        return rest + messages.get("cases.data.widths", NumberFormats.format(scales.scaleRatio(), 3));
    }

    private static List<Readout.ReadoutRow> classRows(DataSet data) {
        int[] counts = new int[data.classNames().size()];
        for (double target : data.targets()) {
            counts[(int) target]++;
        }
        List<Readout.ReadoutRow> rows = new ArrayList<>();
        for (int k = 0; k < Math.min(MAX_CLASSES, counts.length); k++) {
            rows.add(row(
                    data.classNames().get(k),
                    List.of(
                            Integer.toString(counts[k]),
                            NumberFormats.formatFixed(100.0 * counts[k] / data.samples(), 1) + "\u00a0%")));
        }
        return rows;
    }

    private List<Readout.ReadoutRow> numberRows(DataSet data) {
        Quantiles spread = Quantiles.of(data.targets());
        return List.of(
                row(messages.get("cases.data.least"), List.of(NumberFormats.format(spread.minimum()), "")),
                row(messages.get("cases.data.lower"), List.of(NumberFormats.format(spread.lower()), "")),
                row(messages.get("cases.data.median"), List.of(NumberFormats.format(spread.median()), "")),
                row(messages.get("cases.data.upper"), List.of(NumberFormats.format(spread.upper()), "")),
                row(messages.get("cases.data.greatest"), List.of(NumberFormats.format(spread.maximum()), "")));
    }

    private List<Readout.ReadoutRow> featureRows(DataSet data, FeatureScales scales) {
        List<Readout.ReadoutRow> rows = new ArrayList<>();
        for (int k = 0; k < Math.min(MAX_FEATURES, data.featureNames().size()); k++) {
            rows.add(row(
                    column(data.featureNames().get(k)),
                    List.of(
                            NumberFormats.format(scales.min()[k], 3),
                            NumberFormats.format(scales.mean()[k], 3),
                            NumberFormats.format(scales.max()[k], 3))));
        }
        return rows;
    }

    private static Readout.ReadoutRow row(String name, List<String> cells) {
        Label label = new Label(name);
        label.getStyleClass().add("readout-name");
        return new Readout.ReadoutRow(label, cells, false);
    }
}
