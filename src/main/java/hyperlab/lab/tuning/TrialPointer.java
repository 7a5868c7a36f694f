package hyperlab.lab.tuning;

import hyperlab.chart.tuning.TrialChart;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ChartView;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * Links a chart of trials to the other ones. The trial under the pointer is marked everywhere and described next to the
 * pointer, a click selects it, and Enter opens it. FX thread only.
 */
final class TrialPointer {
    private static final double DISTANCE = 16;

    private final ChartCard card;
    private final TrialChart chart;
    private final TrialSelection selection;
    private final IntFunction<Optional<String>> description;
    private final Tooltip tip = new Tooltip();

    /**
     * @param description describes a trial; empty if it is not shown
     * @param open opens a trial
     */
    TrialPointer(
            ChartCard card,
            TrialChart chart,
            TrialSelection selection,
            IntFunction<Optional<String>> description,
            IntConsumer open) {
        this.card = card;
        this.chart = chart;
        this.selection = selection;
        this.description = description;
        selection.markedProperty().addListener((observed, before, now) -> chart.highlight(now.intValue()));
        card.chartView().addEventHandler(MouseEvent.MOUSE_MOVED, this::move);
        card.chartView().addEventHandler(MouseEvent.MOUSE_EXITED, event -> leave());
        card.chartView().addEventHandler(MouseEvent.MOUSE_PRESSED, event -> tip.hide());
        card.chartView().addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        card.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            int selected = selection.selectedProperty().get();
            if (event.getCode() == KeyCode.ENTER && selected != TrialChart.NONE) {
                open.accept(selected);
                event.consume();
            }
        });
    }

    private int trialAt(MouseEvent event) {
        Rectangle2D area = card.chartView().getRenderingInfo().getPlotInfo().getDataArea();
        double reach = TrialChart.REACH;
        boolean near = event.getX() >= area.getMinX() - reach
                && event.getX() <= area.getMaxX() + reach
                && event.getY() >= area.getMinY() - reach
                && event.getY() <= area.getMaxY() + reach;
        return near ? chart.trialAt(event.getX(), event.getY(), area) : TrialChart.NONE;
    }

    private void move(MouseEvent event) {
        int trial = trialAt(event);
        selection.pointedProperty().set(trial);
        Optional<String> text = trial == TrialChart.NONE ? Optional.empty() : description.apply(trial);
        if (text.isEmpty()) {
            tip.hide();
            return;
        }
        tip.setText(text.get());
        double x = event.getScreenX() + DISTANCE;
        double y = event.getScreenY() + DISTANCE;
        if (tip.isShowing()) {
            tip.setAnchorX(x);
            tip.setAnchorY(y);
        } else {
            tip.show(card.chartView(), x, y);
        }
    }

    private void leave() {
        tip.hide();
        selection.pointedProperty().set(TrialChart.NONE);
    }

    private void click(MouseEvent event) {
        if (ChartView.isPlainPrimary(event) && event.isStillSincePress()) {
            selection.selectedProperty().set(trialAt(event));
        }
    }
}
