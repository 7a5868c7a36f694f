package hyperlab.lab.cases;

import hyperlab.cases.MapCase;
import hyperlab.chart.map.RateScalingChart;
import hyperlab.lab.LabContext;
import hyperlab.map.RateScaling;
import hyperlab.ui.Messages;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ChartCardView;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The card of a case that maps answer: its question, its chart, and the exponent with its interval. */
final class MapCaseCard extends GalleryCard<RateScalingChart.Model> {
    private final Messages messages;
    private final CasesViewModel lab;
    private final MapCase mapCase;
    private final Label verdictLabel = label("caption");
    private final Label exponentLabel = label("case-medians");

    MapCaseCard(LabContext context, CasesViewModel lab, MapCase mapCase) {
        super(context, chart(context, mapCase), () -> lab.open(mapCase));
        this.messages = context.messages();
        this.lab = lab;
        this.mapCase = mapCase;
        Label name = label("caption");
        name.textProperty().bind(messages.bind("cases.map.exponent"));
        fill(
                messages.bind("cases.map.chip"),
                List.of(new WrappedText(
                        messages.compute(() -> text().report(mapCase).question()), "case-subject")),
                List.of(new HBox(8, name, verdictLabel), exponentLabel),
                messages.compute(() -> messages.get("cases.map.open.hint", text().title(mapCase))));
        show();
    }

    private static ChartCardView<RateScalingChart.Model> chart(LabContext context, MapCase mapCase) {
        Messages messages = context.messages();
        return context.chartCard(
                "cases-" + mapCase.name(),
                new RateScalingChart(messages.texts(), context.appearance().chartTheme()),
                messages.compute(() -> new MapCaseText(messages.texts()).title(mapCase)),
                messages.compute(() -> new MapCaseText(messages.texts()).shape(mapCase)));
    }

    MapCase mapCase() {
        return mapCase;
    }

    private MapCaseText text() {
        return new MapCaseText(messages.texts());
    }

    @Override
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
        view().show(new RateScalingChart.Model(
                scaling.orElse(null), lab.caseFilter().pointsProperty().get(), true));
    }
}
