package hyperlab.ui.control.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.training.CapacityChart;
import hyperlab.chart.training.ConfusionChart;
import hyperlab.text.Language;
import hyperlab.ui.Appearance;
import hyperlab.ui.Messages;
import hyperlab.ui.Theme;
import hyperlab.ui.WindowTest;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.stage.Stage;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class ChartCardViewTest {
    private final Messages messages = new Messages(Language.ENGLISH);
    private final Appearance appearance = new Appearance(Theme.LIGHT);
    private final List<String> labels = new ArrayList<>();

    @Start
    void start(Stage stage) {
        stage.show();
    }

    private ChartCardView<CapacityChart.Model> view(CapacityChart chart) {
        return new ChartCardView<>(
                "capacity",
                chart,
                messages.bind("stage.capacity"),
                new SimpleStringProperty("how"),
                messages,
                appearance);
    }

    private CapacityChart capacityChart() {
        return new CapacityChart(messages.texts(), appearance.chartTheme());
    }

    private static ValueAxis yAxis(JFreeChart chart) {
        return chart.getXYPlot().getRangeAxis();
    }

    @Test
    void chartFollowsTheLanguageBeforeTheTaskRuns(FxRobot robot) {
        robot.interact(() -> {
            CapacityChart chart = capacityChart();
            ChartCardView<CapacityChart.Model> view = view(chart)
                    .onLanguageChange(() -> labels.add(yAxis(chart.chart()).getLabel()));
            String english = yAxis(chart.chart()).getLabel();
            messages.languageProperty().set(Language.KOREAN);
            assertEquals(List.of(yAxis(chart.chart()).getLabel()), labels);
            assertNotEquals(english, labels.get(0));
            assertEquals(messages.get("stage.capacity"), view.card().title());
        });
    }

    @Test
    void chartFollowsThemeAndPresentation(FxRobot robot) {
        robot.interact(() -> {
            CapacityChart chart = capacityChart();
            view(chart);
            appearance.themeProperty().set(Theme.DARK);
            assertEquals(ChartTheme.DARK.background(), chart.chart().getBackgroundPaint());
            float normal = yAxis(chart.chart()).getTickLabelFont().getSize2D();
            appearance.presentationProperty().set(true);
            assertEquals(
                    normal * appearance.presentationChartScale(),
                    yAxis(chart.chart()).getTickLabelFont().getSize2D(),
                    1e-3);
        });
    }

    @Test
    void chartCreatedInPresentationModeIsLarge(FxRobot robot) {
        robot.interact(() -> {
            float normal = yAxis(capacityChart().chart()).getTickLabelFont().getSize2D();
            appearance.presentationProperty().set(true);
            CapacityChart chart = capacityChart();
            view(chart);
            assertEquals(
                    normal * appearance.presentationChartScale(),
                    yAxis(chart.chart()).getTickLabelFont().getSize2D(),
                    1e-3);
        });
    }

    @Test
    void alternativeChartFollowsLanguageAndThemeToo(FxRobot robot) {
        robot.interact(() -> {
            ConfusionChart other = new ConfusionChart(messages.texts(), appearance.chartTheme());
            ChartCardView<CapacityChart.Model> view = view(capacityChart()).withAlternative(other);
            view.card().chart(other.chart());
            assertSame(other.chart(), view.card().chart());
            String english = other.chart().getXYPlot().getDomainAxis().getLabel();
            messages.languageProperty().set(Language.KOREAN);
            appearance.themeProperty().set(Theme.DARK);
            assertNotEquals(english, other.chart().getXYPlot().getDomainAxis().getLabel());
            assertEquals(ChartTheme.DARK.background(), other.chart().getBackgroundPaint());
        });
    }

    @Test
    void modelAndItsDataReachTheCard(FxRobot robot) {
        robot.interact(() -> {
            ChartCardView<CapacityChart.Model> view = view(capacityChart()).withDataExport(() -> "a,b\n");
            view.show(new CapacityChart.Model(List.of(), true));
            assertEquals("a,b\n", view.card().data());
            assertEquals(
                    messages.get("chart.hiddenLayers"),
                    view.card().chart().getXYPlot().getDomainAxis().getLabel());
        });
    }
}
