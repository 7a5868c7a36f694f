package hyperlab.lab.cases;

import hyperlab.cases.MapCase;
import hyperlab.chart.map.RateScalingChart;
import hyperlab.lab.LabContext;
import hyperlab.map.RateScaling;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ChartCardView;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The card of a case that maps answer: its question, its chart, and the exponent with its interval. */
final class MapCaseCard {
    private final Messages messages;
    private final CasesViewModel lab;
    private final MapCase mapCase;
    private final ChartCardView<RateScalingChart.Model> view;
    private final Label verdictLabel = label("caption");
    private final Label exponentLabel = label("case-medians");

    MapCaseCard(LabContext context, CasesViewModel lab, MapCase mapCase) {
        this.messages = context.messages();
        this.lab = lab;
        this.mapCase = mapCase;
        String id = "cases-" + mapCase.name();
        view = context.chartCard(
                id,
                new RateScalingChart(messages.texts(), context.appearance().chartTheme()),
                messages.compute(() -> text().title(mapCase)),
                messages.compute(() -> text().shape(mapCase)));
        ChartCard card = view.card();
        card.getStyleClass().add("case-card");
        Label chip = label("case-chip");
        chip.textProperty().bind(messages.bind("cases.map.chip"));
        card.addToHeader(chip);
        VBox about = new VBox(
                3,
                new WrappedText(messages.compute(() -> text().report(mapCase).question()), "case-subject"));
        about.getStyleClass().add("case-about");
        card.insertAbove(about);
        card.addBelow(footer(id));
        card.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2) {
                lab.open(mapCase);
            }
        });
        card.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                lab.open(mapCase);
                event.consume();
            }
        });
        show();
    }

    ChartCard card() {
        return view.card();
    }

    MapCase mapCase() {
        return mapCase;
    }

    private MapCaseText text() {
        return new MapCaseText(messages.texts());
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private Node footer(String id) {
        Button open = new Button();
        open.setId(id + "-open");
        open.textProperty().bind(messages.bind("cases.open"));
        open.setGraphic(Icons.icon("fth-arrow-right"));
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setOnAction(event -> lab.open(mapCase));
        Hints.withHint(open, messages.compute(() -> messages.get("cases.map.open.hint", text().title(mapCase))));
        Label name = label("caption");
        name.textProperty().bind(messages.bind("cases.map.exponent"));
        VBox left = new VBox(1, new HBox(8, name, verdictLabel), exponentLabel);
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        HBox foot = new HBox(8, left, open);
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    void show() {
        Optional<RateScaling> scaling = lab.mapCase().scaling(mapCase);
        exponentLabel.setText(scaling.map(text()::exponent).orElse("–"));
        CaseRerunner.RerunVerdict verdict = lab.mapCase().verdict(mapCase);
        CaseText words = new CaseText(messages.texts());
        verdictLabel.setText(
                verdict == CaseRerunner.RerunVerdict.NOT_RUN
                        ? words.missingSeedsText(
                                scaling.map(each -> each.seeds().size()).orElse(0), lab.seeds())
                        : words.verdict(verdict));
        view.show(new RateScalingChart.Model(
                scaling.orElse(null), lab.caseFilter().pointsProperty().get()));
    }
}
