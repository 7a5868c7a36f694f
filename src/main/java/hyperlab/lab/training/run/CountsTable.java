package hyperlab.lab.training.run;

import hyperlab.text.NumberFormats;
import hyperlab.train.BatchSize;
import hyperlab.ui.Messages;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** A table of counts: parameters, hyperparameters, samples and steps per epoch. */
public final class CountsTable extends GridPane {
    private final Messages messages;
    private int rows;
    private final StringProperty parameters;
    private final StringProperty hyperparameters;
    private final StringProperty samples;
    private final StringProperty test;
    private final StringProperty dropped;
    private final StringProperty stepsPerEpoch;
    private final StringProperty lastBatch;
    private final StringProperty step;
    /** The counts that are known once the data have been read. */
    private final List<StringProperty> ofData;

    public CountsTable(Messages messages) {
        this.messages = messages;
        getStyleClass().add("counts");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        ColumnConstraints numbers = new ColumnConstraints();
        numbers.setHalignment(HPos.RIGHT);
        numbers.setMinWidth(USE_PREF_SIZE);
        getColumnConstraints().addAll(names, numbers);
        parameters = row("training-parameters", "training.counts.parameters");
        hyperparameters = row("training-hyperparameters", "training.counts.hyperparameters");
        samples = row("training-sample-count", "training.counts.samples");
        test = row("training-test-rows", "training.counts.test");
        dropped = row("training-dropped", "training.counts.dropped");
        stepsPerEpoch = row("training-steps-per-epoch", "training.counts.steps");
        lastBatch = row("training-last-batch", "training.counts.lastBatch");
        step = row("training-step", "training.counts.step");
        ofData = List.of(parameters, samples, test, dropped, stepsPerEpoch, lastBatch);
    }

    /** Shows the counts; those of the previous data stay while others are read. */
    public void show(TrainingViewState state, int hyperparameterCount) {
        hyperparameters.set(NumberFormats.count(hyperparameterCount));
        step.set(NumberFormats.count(state.step()));
        RunFacts facts = state.facts();
        if (facts == null) {
            if (state.error() != null) {
                ofData.forEach(count -> count.set(""));
            }
            return;
        }
        BatchSize size = state.experiment().training().batchSize();
        parameters.set(NumberFormats.count(facts.parameters()));
        samples.set(facts.trainRows() + " + " + facts.validationRows());
        test.set(facts.testRows() == 0 ? "" : NumberFormats.count(facts.testRows()));
        dropped.set(facts.droppedRows() == 0 ? "" : NumberFormats.count(facts.droppedRows()));
        stepsPerEpoch.set(NumberFormats.count(facts.stepsPerEpoch(size)));
        lastBatch.set(NumberFormats.count(facts.lastBatchSize(size)));
    }

    /** A row that is visible while it has a value. */
    private StringProperty row(String id, String nameKey) {
        StringProperty value = new SimpleStringProperty(this, id, "");
        Label name = new Label();
        name.textProperty().bind(messages.bind(nameKey));
        name.getStyleClass().add("counts-name");
        Label number = new Label();
        number.setId(id);
        number.textProperty().bind(value);
        number.getStyleClass().add("counts-number");
        addRow(rows++, name, number);
        for (Label label : new Label[] {name, number}) {
            label.visibleProperty().bind(value.isNotEmpty());
            label.managedProperty().bind(label.visibleProperty());
        }
        return value;
    }
}
