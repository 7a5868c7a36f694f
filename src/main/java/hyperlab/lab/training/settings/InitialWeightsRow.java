package hyperlab.lab.training.settings;

import hyperlab.lab.LabContext;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.ErrorMessages;
import hyperlab.ui.FilePicker;
import hyperlab.ui.Messages;
import hyperlab.ui.UndoHistory;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.field.FieldRow;
import java.nio.file.Path;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Selects or clears the file of initial weights, with an error message below if the file is invalid. */
public final class InitialWeightsRow extends VBox {
    private static final double WIDEST = 130;

    private final UserWeights weights;
    private final UndoHistory undo;
    private final ObservableValue<@Nullable InvalidInputException> error;
    private final LabContext context;
    private final Messages messages;

    /** @param error why there is no run with the current settings; null if there is one */
    public InitialWeightsRow(
            UserWeights weights,
            UndoHistory undo,
            ObservableValue<@Nullable InvalidInputException> error,
            SettingControlFactory fields,
            LabContext context) {
        this.weights = weights;
        this.undo = undo;
        this.error = error;
        this.context = context;
        this.messages = context.messages();
        StringBinding text = messages.compute(this::errorText, error, weights.file());
        WrappedText errorLabel = new WrappedText(text, "complaint");
        errorLabel.setId("training-weights-refused");
        SettingControlFactory.showWhile(text.isNotEmpty(), errorLabel);
        FieldRow row = new FieldRow(messages.bind("training.weights"), choose(), clear());
        getChildren().addAll(fields.withHint(row, "training.weights"), errorLabel);
    }

    private Button choose() {
        Button button = new Button();
        button.setId("training-weights");
        button.graphicProperty().bind(weights.file().map(file -> file.isEmpty() ? Icons.icon("fth-folder") : null));
        button.setMnemonicParsing(false);
        button.setMaxWidth(WIDEST);
        button.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        button.textProperty()
                .bind(messages.compute(
                        () -> weights.file().get().isEmpty()
                                ? messages.get("training.weights.drawn")
                                : String.valueOf(Path.of(weights.file().get()).getFileName()),
                        weights.file()));
        button.setOnAction(
                event -> context.files().open(FilePicker.FileType.WEIGHTS).ifPresent(file -> {
                    undo.settle();
                    weights.choose(file);
                    undo.settle();
                }));
        return button;
    }

    private Button clear() {
        Button button = Icons.button("training-weights-clear", "fth-x", messages.bind("training.weights.clear"), () -> {
            undo.settle();
            weights.clear();
            undo.settle();
        });
        SettingControlFactory.showWhile(weights.file().map(file -> !file.isEmpty()), button);
        return button;
    }

    private String errorText() {
        InvalidInputException exception = error.getValue();
        return exception != null && weights.concerns(exception)
                ? ErrorMessages.message(exception, messages.texts())
                : "";
    }
}
