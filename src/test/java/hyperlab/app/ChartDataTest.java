package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import hyperlab.chart.PlotChart;
import hyperlab.chart.series.CurveDataset;
import hyperlab.lab.Lab;
import hyperlab.lab.LabName;
import hyperlab.lab.LabTestWindow;
import hyperlab.ui.StageExtension;
import hyperlab.ui.WindowTest;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.playback.Playback;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Every chart of every lab exports the data that it draws. */
@WindowTest
class ChartDataTest {
    private static final int UNITS = 2;

    /** In these charts, a curve without a name is no data: an ellipse around points, the probe, a reference line. */
    private static final Set<String> UNNAMED_IS_DECORATION =
            Set.of("activation-shape-depth", "batch-size-cloud", "activation-function", "activation-derivative");

    /** The data of this page is the weights, without the line that names their limit. */
    private static final String WITH_REFERENCE_LINE = "learn-moving-weights";

    private Stage stage;
    private @Nullable LabTestWindow<Lab> window;

    @Start
    void keep(Stage newStage) {
        stage = newStage;
    }

    @Stop
    void close() {
        if (window != null) {
            window.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyChartExportsTheValuesThatItDraws(LabName name, FxRobot robot) throws TimeoutException {
        Labs.LabFactory factory = Labs.all().stream()
                .filter(each -> each.name() == name)
                .findFirst()
                .orElseThrow();
        robot.interact(() -> window = new LabTestWindow<>(stage, factory.create()));
        StageExtension.waitForPulse();
        work(robot);
        robot.interact(() -> {
            List<String> problems = new ArrayList<>();
            List<ChartCard> cards = window.lab.charts();
            cards.forEach(card -> check(card, problems));
            assertEquals(List.of(), problems);
        });
    }

    /** Lets a lab that computes while it plays finish its first units. */
    private void work(FxRobot robot) throws TimeoutException {
        Playback playback = window.lab.parts().playback();
        if (playback.isLive()) {
            robot.interact(playback::playPause);
            LabTestWindow.waitUntil(() -> playback.completedProperty().get() >= UNITS);
            robot.interact(() -> playback.playingProperty().set(false));
            StageExtension.waitForPulse();
        }
    }

    private static void check(ChartCard card, List<String> problems) {
        PlotChart<?> plot = card.plot();
        assertNotNull(plot, card.getId());
        if (card.getId().equals(WITH_REFERENCE_LINE)) {
            return;
        }
        String csv = card.data();
        if (csv.isBlank()) {
            problems.add(card.getId() + " exports nothing");
        }
        Set<Double> exported = new HashSet<>();
        csv.lines().skip(1).forEach(line -> {
            for (String cell : line.split(",", -1)) {
                number(cell, exported);
            }
        });
        XYPlot xyPlot = plot.chart().getXYPlot();
        for (int k = 0; k < xyPlot.getDatasetCount(); k++) {
            if (xyPlot.getDataset(k) instanceof CurveDataset dataset) {
                for (int series = 0; series < dataset.getSeriesCount(); series++) {
                    for (int item = 0; item < dataset.getItemCount(series); item++) {
                        double y = dataset.getYValue(series, item);
                        boolean isData = !dataset.curve(series).name().isEmpty()
                                || !UNNAMED_IS_DECORATION.contains(card.getId());
                        if (isData && xyPlot.getRangeAxis().getRange().contains(y) && !exported.contains(y)) {
                            problems.add(card.getId() + " draws " + y + " in curve " + series);
                            item = Integer.MAX_VALUE - 1;
                        }
                    }
                }
            }
        }
    }

    private static void number(String cell, Set<Double> numbers) {
        try {
            numbers.add(Double.parseDouble(cell));
        } catch (NumberFormatException e) {
            // a name
        }
    }
}
