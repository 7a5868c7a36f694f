package hyperlab.app.descent;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.control.FormulaView;
import hyperlab.app.control.WrappedText;
import hyperlab.app.control.Readout;
import hyperlab.app.control.Section;
import hyperlab.batch.VarianceEstimate;
import hyperlab.batch.WalkCloud;
import hyperlab.text.Texts;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.layout.VBox;

/** The numbers of the gradient noise and their explanation; visible only while the noise is on. */
final class NoiseInsight extends VBox {
    private final LabContext context;
    private final StringProperty seen = new SimpleStringProperty("");
    private final StringProperty floor = new SimpleStringProperty("");
    private final Readout readout;
    private final FormulaView formula;

    NoiseInsight(LabContext context) {
        this.context = context;
        Messages messages = context.messages();
        readout = new Readout(
                "rate-noise-readout",
                List.of(
                        new SimpleStringProperty("B"),
                        messages.bind("rate.noise.readout.measured"),
                        messages.bind("rate.noise.readout.foretold")));
        formula = new FormulaView("", "", context.appearance());
        WrappedText what = new WrappedText(seen);
        what.setId("rate-noise-seen");
        WrappedText settles = new WrappedText(floor);
        settles.managedProperty().bind(settles.visibleProperty());
        settles.visibleProperty().bind(floor.isNotEmpty());
        formula.managedProperty().bind(formula.visibleProperty());
        formula.visibleProperty().bind(formula.latex().isNotEmpty());
        getChildren().add(new Section(messages.bind("rate.noise"), readout, what, settles, formula));
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    void show(Moment moment, NoisyWalks.Found found) {
        setVisible(moment.race().setup().noise().on() && !found.isEmpty());
        if (!isVisible()) {
            return;
        }
        Texts texts = context.messages().texts();
        NoiseWords words = new NoiseWords(texts);
        int row = found.clouds().get(0).rowOf(moment.step());
        readout.rows(found.clouds().stream()
                .sorted(Comparator.comparingInt(WalkCloud::batch))
                .map(cloud -> row(found, cloud, row))
                .toList());
        seen.set(words.seen(found, moment.step()));
        floor.set(words.floor(found));
        formula.latex().set(NoiseWords.formula(found));
    }

    private static Readout.ReadoutRow row(NoisyWalks.Found found, WalkCloud cloud, int row) {
        VarianceEstimate measured = cloud.variance(row);
        return new Readout.ReadoutRow(
                null,
                List.of(
                        Integer.toString(cloud.batch()),
                        NoiseWords.show(Math.sqrt(measured.value())),
                        found.expectedVariance(cloud.batch(), cloud.step(row))
                                .map(variance -> NoiseWords.show(Math.sqrt(variance)))
                                .orElse("–")),
                cloud.batch() == found.lookedAt());
    }
}
