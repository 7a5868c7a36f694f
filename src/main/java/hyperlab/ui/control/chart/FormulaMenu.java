package hyperlab.ui.control.chart;

import hyperlab.chart.formula.FormulaChart;
import hyperlab.ui.Appearance;
import hyperlab.ui.Messages;
import hyperlab.ui.control.FormulaView;
import hyperlab.ui.control.Hints;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/**
 * The context menu of a formula, which exports it like the chart of a card: as a picture, a figure, a file, or LaTeX.
 * FX thread only.
 */
public final class FormulaMenu {
    private static final double WIDTH = 480;
    private static final double HEIGHT = 120;

    private final FormulaView view;
    private final String id;
    private final Messages messages;
    private final Appearance appearance;
    private @Nullable ChartCardView<FormulaChart.Model> card;

    private FormulaMenu(FormulaView view, String id, Messages messages, Appearance appearance) {
        this.view = view;
        this.id = id;
        this.messages = messages;
        this.appearance = appearance;
    }

    /**
     * Gives a formula its menu; returns the formula.
     *
     * @param id of the figure, which also suggests its file name
     */
    public static FormulaView install(FormulaView view, String id, Messages messages, Appearance appearance) {
        FormulaMenu menu = new FormulaMenu(view, id, messages, appearance);
        Hints.whenFirstEntered(view, () -> {
            Tooltip hint = new Tooltip();
            hint.textProperty().bind(messages.bind("shell.formula.hint"));
            Tooltip.install(view, hint);
        });
        view.setOnContextMenuRequested(event -> {
            menu.menu().show(view, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        return view;
    }

    /** The menu of a card that is not on the stage; its requests start at the formula. */
    private ContextMenu menu() {
        ChartCardView<FormulaChart.Model> shown = card;
        if (shown == null) {
            shown = new ChartCardView<>(
                    id,
                    new FormulaChart(appearance.chartTheme()),
                    messages.bind("shell.formula"),
                    new ReadOnlyStringWrapper(""),
                    messages,
                    appearance);
            shown.card().withLatexExport(messages, view::plainLatex);
            shown.card().addEventHandler(ChartRequest.REQUESTED, view::fireEvent);
            shown.card().chartView().resize(WIDTH, HEIGHT);
            card = shown;
        }
        shown.show(new FormulaChart.Model(view.plainLatex(), ""));
        return shown.card().menuWithoutStage();
    }
}
