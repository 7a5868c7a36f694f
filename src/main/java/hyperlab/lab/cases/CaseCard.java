package hyperlab.lab.cases;

import hyperlab.cases.Case;
import hyperlab.cases.CaseScore.Configuration;
import hyperlab.cases.CaseScores;
import hyperlab.chart.training.SeedsChart;
import hyperlab.lab.LabContext;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.chart.ChartCardView;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The card of a case: its subject, the change of the headline, and the scores of each seed before and after. */
final class CaseCard extends GalleryCard<SeedsChart.Model> {
    private final Messages messages;
    private final CasesViewModel lab;
    private final Case workedCase;
    private final Label metricLabel = label("caption");
    private final Label mediansLabel = label("case-medians");
    private final Label gainLabel = label("case-gain");
    private final Label verdictLabel = label("caption");
    private final StringProperty task = new SimpleStringProperty("");

    CaseCard(LabContext context, CasesViewModel lab, Case workedCase) {
        super(context, chart(context, lab, workedCase), () -> lab.open(workedCase));
        this.messages = context.messages();
        this.lab = lab;
        this.workedCase = workedCase;
        HBox numbers = new HBox(8, mediansLabel, gainLabel);
        numbers.setAlignment(Pos.BASELINE_LEFT);
        fill(
                task,
                List.of(subject(), changeLine(messages, workedCase)),
                List.of(new HBox(8, metricLabel, verdictLabel), numbers),
                messages.compute(() -> messages.get("cases.open.hint", text().name(workedCase))));
        show();
    }

    private static ChartCardView<SeedsChart.Model> chart(LabContext context, CasesViewModel lab, Case workedCase) {
        Messages messages = context.messages();
        return context.chartCard(
                        "cases-" + workedCase.name(),
                        new SeedsChart(context.appearance().chartTheme()),
                        messages.compute(() -> new CaseText(messages.texts()).name(workedCase)),
                        messages.compute(() -> new CaseText(messages.texts()).shape(workedCase)))
                .withDataExport(() -> csv(workedCase, lab.scores(workedCase)));
    }

    Case workedCase() {
        return workedCase;
    }

    private CaseText text() {
        return new CaseText(messages.texts());
    }

    private Label subject() {
        Label subject = new Label();
        subject.textProperty().bind(messages.compute(() -> text().subject(workedCase)));
        subject.getStyleClass().add("case-subject");
        return subject;
    }

    /** The tuned key of the headline, with its values before and after. */
    static HBox changeLine(Messages messages, Case workedCase) {
        String key = workedCase.mainKey();
        Label name = new Label();
        name.setGraphic(Icons.icon(CaseText.icon(key)));
        name.textProperty().bind(messages.compute(() -> new CaseText(messages.texts()).key(key)));
        Label before = label("case-before");
        before.textProperty()
                .bind(messages.compute(() -> new CaseText(messages.texts()).value(workedCase.before(), key)));
        Label arrow = label("case-arrow");
        arrow.textProperty().bind(new ReadOnlyStringWrapper("→"));
        Label after = label("case-after");
        after.textProperty()
                .bind(messages.compute(() -> new CaseText(messages.texts()).value(workedCase.after(), key)));
        HBox change = new HBox(5, name, before, arrow, after);
        change.setAlignment(Pos.CENTER_LEFT);
        change.getStyleClass().add("case-change");
        return change;
    }

    @Override
    void show() {
        CaseText words = text();
        CaseScores scores = lab.scores(workedCase);
        task.set(words.task(workedCase.metric()));
        metricLabel.setText(words.medianLabel(workedCase.metric()));
        boolean hasScores = scores.seeds() > 0;
        mediansLabel.setText(hasScores ? words.medians(scores, workedCase.metric()) : "–");
        gainLabel.setText(hasScores ? words.medianGain(scores, workedCase.metric()) : "");
        gainLabel.getStyleClass().removeAll("better", "worse");
        CaseText.gainStyle(scores, workedCase.metric())
                .ifPresent(style -> gainLabel.getStyleClass().add(style));
        CaseRerunner.RerunVerdict current = lab.rerun().verdict(workedCase);
        verdictLabel.setText(
                current == CaseRerunner.RerunVerdict.NOT_RUN
                        ? words.missingSeedsText(scores.seeds(), lab.seeds())
                        : words.verdict(current));
        view().show(picture(words, scores));
    }

    private SeedsChart.Model picture(CaseText words, CaseScores scores) {
        List<String> names = words.chartLabels();
        return new SeedsChart.Model(
                List.of(
                        new SeedsChart.Row(
                                names.get(0),
                                1,
                                CaseText.chartValues(scores.array(Configuration.BEFORE), workedCase.metric())),
                        new SeedsChart.Row(
                                names.get(1),
                                0,
                                CaseText.chartValues(scores.array(Configuration.AFTER), workedCase.metric()))),
                CaseText.maxScore(workedCase.metric()),
                CaseText.unit(workedCase.metric()),
                lab.caseFilter().pointsProperty().get(),
                lab.caseFilter().bandProperty().get());
    }

    private static String csv(Case workedCase, CaseScores scores) {
        StringBuilder text = new StringBuilder("seed,before,after\n");
        for (int seed = 0; seed < scores.seeds(); seed++) {
            text.append(workedCase.before().seed() + seed)
                    .append(',')
                    .append(scores.before().get(seed))
                    .append(',')
                    .append(scores.after().get(seed))
                    .append('\n');
        }
        return text.toString();
    }
}
