package hyperlab.lab.learningrate;

import hyperlab.batch.PathDistribution;
import hyperlab.batch.VarianceEstimate;
import hyperlab.lab.LabContext;
import hyperlab.lab.learningrate.race.NoisyDescents;
import hyperlab.lab.learningrate.race.RaceSnapshot;
import hyperlab.text.Texts;
import hyperlab.ui.Messages;
import hyperlab.ui.control.FormulaView;
import hyperlab.ui.control.Readout;
import hyperlab.ui.control.Section;
import hyperlab.ui.control.WrappedText;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.layout.VBox;

/** The numbers of the gradient noise and their explanation; visible only while the noise is on. */
final class NoiseInsight extends VBox {
    private final LabContext context;
    private final StringProperty spreadText = new SimpleStringProperty("");
    private final StringProperty stationaryText = new SimpleStringProperty("");
    private final Readout readout;
    private final FormulaView formula;

    NoiseInsight(LabContext context) {
        this.context = context;
        Messages messages = context.messages();
        readout = new Readout(
                "learning-rate-noise-readout",
                List.of(
                        new SimpleStringProperty("B"),
                        messages.bind("learning-rate.noise.readout.measured"),
                        messages.bind("learning-rate.noise.readout.predicted")));
        formula = context.formula("noise-formula", "", "");
        WrappedText spreadProse = new WrappedText(spreadText);
        spreadProse.setId("learning-rate-noise-seen");
        WrappedText stationaryProse = new WrappedText(stationaryText);
        stationaryProse.managedProperty().bind(stationaryProse.visibleProperty());
        stationaryProse.visibleProperty().bind(stationaryText.isNotEmpty());
        formula.managedProperty().bind(formula.visibleProperty());
        formula.visibleProperty().bind(formula.latexProperty().isNotEmpty());
        getChildren()
                .add(new Section(messages.bind("learning-rate.noise"), readout, spreadProse, stationaryProse, formula));
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    void show(RaceSnapshot snapshot, NoisyDescents.NoisyDescentResults results) {
        setVisible(snapshot.race().setup().noise().enabled() && !results.isEmpty());
        if (!isVisible()) {
            return;
        }
        Texts texts = context.messages().texts();
        NoiseText text = new NoiseText(texts);
        int row = results.clouds().get(0).rowAtOrBefore(snapshot.step());
        readout.rows(results.clouds().stream()
                .sorted(Comparator.comparingInt(PathDistribution::batchSize))
                .map(cloud -> row(results, cloud, row))
                .toList());
        spreadText.set(text.describeSpread(results, snapshot.step()));
        stationaryText.set(text.describeStationaryVariance(results));
        formula.latexProperty().set(NoiseText.formula(results));
    }

    private static Readout.ReadoutRow row(NoisyDescents.NoisyDescentResults results, PathDistribution cloud, int row) {
        VarianceEstimate estimate = cloud.variance(row);
        return new Readout.ReadoutRow(
                null,
                List.of(
                        Integer.toString(cloud.batchSize()),
                        NoiseText.format(Math.sqrt(estimate.value())),
                        results.expectedVariance(cloud.batchSize(), cloud.step(row))
                                .map(variance -> NoiseText.format(Math.sqrt(variance)))
                                .orElse("–")),
                cloud.batchSize() == results.selectedBatchSize());
    }
}
