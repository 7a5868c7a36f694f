package hyperlab.lab;

import hyperlab.chart.PlotChart;
import hyperlab.data.CsvPlan;
import hyperlab.data.DataSettings;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.ErrorMessages;
import hyperlab.ui.Appearance;
import hyperlab.ui.FilePicker;
import hyperlab.ui.Messages;
import hyperlab.ui.Notices;
import hyperlab.ui.concurrent.TaskExecutor;
import hyperlab.ui.control.FormulaView;
import hyperlab.ui.control.chart.ChartCardView;
import hyperlab.ui.control.chart.FormulaMenu;
import hyperlab.ui.table.TableDialog;
import hyperlab.ui.table.TableImport;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * The services that the shell provides to a lab.
 *
 * @param messages the texts in the current language
 * @param appearance the theme and the chart style
 * @param workers runs work off the FX thread
 * @param pulses runs tasks on the FX thread at the next pulse; suitable for {@link hyperlab.ui.concurrent.Conflator}
 * @param frames the same for continuous updates, limited to the frame rate that the eye can follow
 * @param lowPriority the same for text and numbers, which may appear slightly later than the picture
 * @param notices shows one-line notices to the user
 * @param files asks the user for a file
 */
public record LabContext(
        Messages messages,
        Appearance appearance,
        TaskExecutor workers,
        Executor pulses,
        Executor frames,
        Executor lowPriority,
        Notices notices,
        FilePicker files) {
    /** The kind of attempt that is a change of a lab's setting, see {@link Notices#showFailure}. */
    private static final String REJECTED_SETTING = "setting";

    /** Puts a chart on a card that follows the language and the style. */
    public <M> ChartCardView<M> chartCard(
            String id, PlotChart<M> chart, ObservableStringValue title, ObservableValue<String> subtitle) {
        return new ChartCardView<>(id, chart, title, subtitle, messages, appearance);
    }

    /** Puts a chart on a card whose title is the message {@code key} and whose subtitle is {@code key.how}. */
    public <M> ChartCardView<M> chartCard(String id, PlotChart<M> chart, String key) {
        return chartCard(id, chart, messages.bind(key), messages.bind(key + ".how"));
    }

    /**
     * A formula among controls, with a menu that exports it.
     *
     * @param id of its figure
     * @param latex empty until it is known
     * @param text the formula in words, for screen readers
     */
    public FormulaView formula(String id, String latex, String text) {
        return FormulaMenu.install(new FormulaView(latex, text, appearance), id, messages, appearance);
    }

    /**
     * Reads a table and lets the user correct how it is read and used. If it is no table, a notice says why.
     *
     * @param split how the rows will be split; if its source is this file, by the same path, the dialog begins with what
     *     it says
     * @param owner the window above which the dialog is shown; null for none
     * @param onAccepted receives the plan if the user accepts it
     */
    public void openTable(Path file, DataSettings split, @Nullable Window owner, Consumer<CsvPlan> onAccepted) {
        TableImport.open(
                workers,
                pulses,
                file,
                split,
                table -> {
                    notices.succeeded("shell.notOpened");
                    TableDialog.show(owner, messages, appearance, table, onAccepted);
                },
                error -> showError("shell.notOpened", error));
    }

    /** The same services with other notices. */
    public LabContext withNotices(Notices other) {
        return new LabContext(messages, appearance, workers, pulses, frames, lowPriority, other, files);
    }

    /** Shows the user why a setting was rejected, until a setting of the lab changes. */
    public void showError(InvalidInputException error) {
        notices.showFailure(REJECTED_SETTING, texts -> ErrorMessages.message(error, texts));
    }

    /** Dismisses the error of a rejected setting, because the settings have changed since. */
    void settingsChanged() {
        notices.succeeded(REJECTED_SETTING);
    }

    /**
     * Shows the user why an input was rejected, inside the message {@code key}, until {@link Notices#succeeded} is called
     * with that key.
     */
    public void showError(String key, InvalidInputException error) {
        notices.showFailure(key, texts -> texts.get(key, ErrorMessages.message(error, texts)));
    }
}
