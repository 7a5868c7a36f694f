package hyperlab.lab.training.inspection;

import hyperlab.lab.training.run.ComparedRun;
import hyperlab.lab.training.run.TrainingViewState;
import hyperlab.lab.training.settings.SettingControlFactory;
import hyperlab.log.LogColumns;
import hyperlab.log.LogOrigin;
import hyperlab.log.LogQuantity;
import hyperlab.log.LogTable;
import hyperlab.log.TrainingLog;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.ErrorMessages;
import hyperlab.text.FindingText;
import hyperlab.text.Texts;
import hyperlab.ui.Messages;
import hyperlab.ui.control.ChoiceComboBox;
import hyperlab.ui.control.FindingCard;
import hyperlab.ui.control.Section;
import hyperlab.ui.control.WrappedText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * What the rules find in the log that was opened last, of those that are displayed; and which column is which quantity,
 * for correction.
 */
public final class LogInsight extends VBox {
    private static final double GAP = 6;
    /** Stands for no column. */
    private static final String NONE = "–";

    private final ObservableValue<TrainingViewState> state;
    private final LogCorrector corrector;
    private final Messages messages;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty source = new SimpleStringProperty("");
    /** Why the columns cannot be corrected; empty if they can. */
    private final StringProperty fixed = new SimpleStringProperty("");

    private final StringProperty error = new SimpleStringProperty("");
    private final VBox cards = new VBox();
    private final GridPane columnGrid = new GridPane();
    private final Map<LogQuantity, ChoiceComboBox<String>> choices = new EnumMap<>(LogQuantity.class);
    private final LogFindings findings = new LogFindings();
    private @Nullable ComparedRun shownRun;
    private @Nullable Texts shownTexts;
    private boolean updating;

    /** Shows a log in which other columns are read. */
    @FunctionalInterface
    public interface LogCorrector {
        /** Shows {@code log} instead of the one that the run with an id shows. */
        void correct(int run, TrainingLog log);
    }

    /** Shows the findings, and corrects columns with {@code corrector}. */
    public LogInsight(ObservableValue<TrainingViewState> state, LogCorrector corrector, Messages messages) {
        this.state = state;
        this.corrector = corrector;
        this.messages = messages;
        cards.getStyleClass().add("findings");
        cards.setId("training-log-findings");
        columnGrid.setHgap(GAP);
        columnGrid.setVgap(GAP);
        columnGrid.setId("training-log-columns");
        for (LogQuantity quantity : LogQuantity.values()) {
            addChoice(quantity);
        }
        WrappedText problem = new WrappedText(error);
        problem.setId("training-log-error");
        SettingControlFactory.showWhile(error.isNotEmpty(), problem);
        WrappedText unchangeable = new WrappedText(fixed);
        unchangeable.setId("training-log-columns-fixed");
        SettingControlFactory.showWhile(fixed.isNotEmpty(), unchangeable);
        WrappedText origin = new WrappedText(source);
        origin.setId("training-log-source");
        getChildren()
                .add(new Section(messages.bind("log.title"), origin, cards, columnGrid, unchangeable, problem)
                        .addToHeader(name));
        SettingControlFactory.showWhile(name.isNotEmpty(), this);
        state.addListener((observed, before, now) -> show());
        messages.languageProperty().addListener((observed, before, now) -> show());
        show();
    }

    private void addChoice(LogQuantity quantity) {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        String key = "log.quantity." + quantity.fileName();
        label.textProperty().bind(messages.bind(key));
        ChoiceComboBox<String> choice = ChoiceComboBox.named(
                "training-log-column-" + quantity.fileName(), messages, List.of(), (column, texts) -> column);
        choice.accessibleTextProperty().bind(messages.bind(key));
        choice.valueProperty().addListener((observed, before, now) -> {
            if (now != null && !updating) {
                choose(quantity, now);
            }
        });
        choices.put(quantity, choice);
        columnGrid.addRow(columnGrid.getRowCount(), label, choice);
    }

    private void show() {
        ComparedRun run = LogFindings.newest(state.getValue());
        Texts texts = messages.texts();
        ComparedRun before = shownRun;
        boolean same =
                run == null || (before != null && run.id() == before.id() && Objects.equals(run.log(), before.log()));
        if (run != null && same && texts == shownTexts) {
            return;
        }
        shownRun = run;
        shownTexts = texts;
        TrainingLog log = run == null ? null : run.log();
        name.set(log == null ? "" : log.name());
        cards.getChildren().clear();
        error.set("");
        if (run != null && log != null) {
            source.set(source(log, texts));
            int number = 1;
            for (LogFindings.Marked finding : findings.in(log)) {
                FindingText text = finding.text(texts);
                cards.getChildren()
                        .add(new FindingCard(
                                "training-log-finding-" + number++,
                                text.severity(),
                                new ReadOnlyStringWrapper(text.title()),
                                new ReadOnlyStringWrapper(text.explanation())));
            }
            showColumns(log.origin());
        }
    }

    private static String source(TrainingLog log, Texts texts) {
        List<String> parts = new ArrayList<>();
        parts.add(texts.get("log.format." + log.format().fileName()));
        log.series()
                .forEach((quantity, series) ->
                        parts.add(texts.get("log.quantity." + quantity.fileName()) + ": " + series.column()));
        String list = String.join("; ", parts);
        return log.truncated() ? list + ". " + texts.get("log.truncated") : list;
    }

    /** Shows the columns for correction, or why they cannot be corrected. */
    private void showColumns(@Nullable LogOrigin origin) {
        columnGrid.setVisible(origin != null);
        columnGrid.setManaged(origin != null);
        fixed.set(origin != null ? "" : messages.get("log.columnsFixed"));
        if (origin == null) {
            return;
        }
        LogColumns now = origin.columns();
        LogTable table = origin.table();
        List<String> names =
                Stream.concat(Stream.of(NONE), table.names().stream()).toList();
        updating = true;
        choices.forEach((quantity, choice) -> {
            String column = now.name(quantity);
            choice.getItems().setAll(names);
            choice.setValue(column == null ? NONE : column);
        });
        updating = false;
    }

    /** Reads the log with another column. If that leaves no loss, nothing changes. */
    private void choose(LogQuantity quantity, String column) {
        ComparedRun run = shownRun;
        TrainingLog log = run == null ? null : run.log();
        LogOrigin origin = log == null ? null : log.origin();
        if (run == null || origin == null) {
            return;
        }
        LogTable table = origin.table();
        LogColumns before = origin.columns();
        try {
            LogColumns after = column.equals(NONE)
                    ? before.without(quantity)
                    : before.with(quantity, column, table, quantity.fileName());
            if (!after.equals(before)) {
                corrector.correct(run.id(), TrainingLog.of(table, after));
            }
        } catch (InvalidInputException invalid) {
            showColumns(origin);
            error.set(ErrorMessages.message(invalid, messages.texts()));
        }
    }
}
