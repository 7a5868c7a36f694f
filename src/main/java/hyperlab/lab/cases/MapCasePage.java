package hyperlab.lab.cases;

import hyperlab.cases.MapCase;
import hyperlab.chart.map.RateScalingChart;
import hyperlab.export.MapCaseReport;
import hyperlab.lab.LabContext;
import hyperlab.map.RateScaling;
import hyperlab.ui.Messages;
import hyperlab.ui.control.ContentCard;
import hyperlab.ui.control.EmptyState;
import hyperlab.ui.control.Readout;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ChartCardView;
import hyperlab.ui.control.chart.StageGrid;
import hyperlab.ui.control.chart.StagePage;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The page of an open case that maps answer: the question, the best rates, the answer, and how it was found. */
final class MapCasePage extends VBox {
    /** The question and its buttons take at most this share of a presented page; the chart has the rest. */
    private static final double MAX_HEAD_SHARE = 0.5;

    private final Messages messages;
    private final CasesViewModel lab;
    private final StringProperty answer = new SimpleStringProperty("");
    private final StringProperty growth = new SimpleStringProperty("");
    private final StringProperty method = new SimpleStringProperty("");
    private final StringProperty caution = new SimpleStringProperty("");
    private final MapCaseHeader header;
    private final ChartCardView<RateScalingChart.Model> chart;
    private final Readout table;

    MapCasePage(LabContext context, CasesViewModel lab) {
        this.messages = context.messages();
        this.lab = lab;
        setId("cases-map-page");
        header = new MapCaseHeader(messages, lab);
        chart = context.chartCard(
                "cases-map-chart",
                new RateScalingChart(messages.texts(), context.appearance().chartTheme()),
                "cases.map.chart");
        chart.card().getStyleClass().add("case-rates");
        table = new Readout(
                "cases-map-rates",
                List.of(
                        messages.bind("cases.map.table.rate"),
                        messages.bind("cases.map.table.interval"),
                        messages.bind("cases.map.table.line")));
        ContentCard headCard = new ContentCard("cases-map-head", header);
        ContentCard answerCard = card(
                "cases-map-answer",
                "cases.map.answer",
                new VBox(
                        8,
                        WrappedText.hiddenIfEmpty("cases-map-answer-words", answer),
                        WrappedText.hiddenIfEmpty("cases-map-growth-words", growth)));
        ContentCard tableCard = card("cases-map-table", "cases.map.table", table);
        ContentCard methodCard =
                card("cases-map-maps", "cases.map.maps", WrappedText.hiddenIfEmpty("cases-map-maps-words", method));
        ContentCard cautionCard = card(
                "cases-map-caution", "cases.caution", WrappedText.hiddenIfEmpty("cases-map-caution-words", caution));
        StageGrid grid = new StageGrid(new double[] {1, 1}, new double[] {0, 0, 0, 0})
                .addCard(headCard, 0, 0, 2)
                .addCard(chart.card(), 0, 1, 1)
                .addCard(answerCard, 1, 1, 1)
                .addCard(tableCard, 0, 2, 1)
                .addCard(methodCard, 1, 2, 1)
                .addCard(cautionCard, 0, 3, 2)
                .present(
                        new StagePage(new double[] {1}, new double[] {0, 1})
                                .withMaxTextShare(MAX_HEAD_SHARE)
                                .add(headCard, 0, 0)
                                .add(chart.card(), 0, 1),
                        new StagePage(new double[] {1}, new double[] {1, 1})
                                .add(answerCard, 0, 0)
                                .add(cautionCard, 0, 1),
                        new StagePage(new double[] {1}, new double[] {2, 1})
                                .add(tableCard, 0, 0)
                                .add(methodCard, 0, 1));
        grid.setId("cases-map-page-scroll");
        VBox.setVgrow(grid, Priority.ALWAYS);
        getChildren().add(grid);
        lab.mapCase().openedProperty().addListener((observed, before, now) -> {
            grid.setVvalue(0);
            show();
        });
        show();
    }

    private ContentCard card(String id, String key, Node content) {
        return new ContentCard(id, messages.bind(key), messages.bind(key + ".how"), content);
    }

    List<ChartCard> charts() {
        return List.of(chart.card());
    }

    void setActive(boolean active) {
        chart.card().setActive(active);
    }

    /** Shows the open case, or leaves the page as it is if none is open. */
    void show() {
        MapCaseViewModel.OpenMapCase opened = lab.mapCase().openedProperty().get();
        if (opened == null) {
            return;
        }
        MapCase mapCase = opened.mapCase();
        MapCaseText text = new MapCaseText(messages.texts());
        MapCaseReport report = text.report(mapCase);
        header.show(mapCase);
        method.set(report.method());
        caution.set(report.caution());
        Optional<RateScaling> scaling = lab.mapCase().scaling(mapCase);
        answer.set(scaling.map(report::answer).orElseGet(() -> messages.get("cases.map.chart.none")));
        growth.set(scaling.map(report::growth).orElse(""));
        chart.show(new RateScalingChart.Model(
                scaling.orElse(null), lab.caseFilter().pointsProperty().get()));
        chart.card().showInstead(scaling.isEmpty() ? new EmptyState(messages.bind("cases.map.chart.none")) : null);
        table.rows(scaling.stream()
                .flatMap(each -> each.batchRates().stream()
                        .map(rate -> new Readout.ReadoutRow(
                                label(messages.get("cases.map.table.batch", Integer.toString(rate.batchSize()))),
                                text.cells(each, rate),
                                false)))
                .toList());
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("readout-name");
        return label;
    }
}
