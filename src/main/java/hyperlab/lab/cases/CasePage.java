package hyperlab.lab.cases;

import hyperlab.cases.Case;
import hyperlab.export.ContributionReport;
import hyperlab.export.caption.Captions;
import hyperlab.lab.LabContext;
import hyperlab.ui.Messages;
import hyperlab.ui.control.ContentCard;
import hyperlab.ui.control.Readout;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.StageGrid;
import hyperlab.ui.control.chart.StagePage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The page of an open case: the question, the data, the tuning, its gain, and cautions about conclusions. */
final class CasePage extends VBox {
    /** The largest share of a presented page that the question with its buttons takes. */
    static final double HEAD_SHARE = 0.45;

    private final Messages messages;
    private final CasesViewModel lab;
    private final StringProperty dataText = new SimpleStringProperty("");
    private final StringProperty baselineText = new SimpleStringProperty("");
    private final StringProperty tuningText = new SimpleStringProperty("");
    private final StringProperty studyText = new SimpleStringProperty("");
    private final StringProperty cautionText = new SimpleStringProperty("");
    private final StringProperty splitText = new SimpleStringProperty("");
    private final CaseHeader header;
    private final Readout keyTable;
    private final CaseDataSummary dataSummary;
    private final SplitStrip strip = new SplitStrip("cases-strip");
    private final SplitTable splitTable;
    private final ScoreCards scores;

    CasePage(LabContext context, CasesViewModel lab) {
        this.messages = context.messages();
        this.lab = lab;
        setId("cases-page");
        header = new CaseHeader(messages, lab);
        keyTable = new Readout("cases-keys", List.of(messages.bind("cases.before"), messages.bind("cases.after")));
        dataSummary = new CaseDataSummary(messages);
        scores = new ScoreCards(context, lab);
        VBox info = new VBox(8, WrappedText.hiddenIfEmpty("cases-data-words", dataText), dataSummary);
        splitTable = new SplitTable(messages);
        VBox parts = new VBox(10, strip, splitTable, WrappedText.hiddenIfEmpty("cases-parting-words", splitText));
        ContentCard headCard = new ContentCard("cases-head", header);
        ContentCard dataCard = card("cases-data", "cases.data", info);
        ContentCard partsCard = card("cases-parting", "cases.parting", parts);
        ContentCard tuningCard = card("cases-how", "cases.how", tuningSection());
        ContentCard conclusionCard = card("cases-conclusion", "cases.conclusion", scores.conclusion());
        ContentCard cautionCard =
                card("cases-caution", "cases.caution", WrappedText.hiddenIfEmpty("cases-caution-words", cautionText));
        StageGrid grid = new StageGrid(new double[] {1, 1}, new double[] {0, 0, 0, 0, 0, 0, 0})
                .addCard(headCard, 0, 0, 2)
                .addCard(dataCard, 0, 1, 1)
                .addCard(partsCard, 1, 1, 1)
                .addCard(tuningCard, 0, 2, 1)
                .addCard(scores.gainCard(), 1, 2, 1)
                .addCard(scores.contributionsCard(), 0, 3, 2)
                .addCard(conclusionCard, 0, 4, 2)
                .addCard(scores.foldsCard(), 0, 5, 1)
                .addCard(scores.scalingCard(), 1, 5, 1)
                .addCard(cautionCard, 0, 6, 2)
                .present(
                        new StagePage(new double[] {1}, new double[] {0, 1})
                                .withMaxTextShare(HEAD_SHARE)
                                .add(headCard, 0, 0)
                                .add(scores.gainCard(), 0, 1),
                        StagePage.sideBySide(tuningCard),
                        StagePage.sideBySide(scores.contributionsCard()),
                        StagePage.sideBySide(dataCard),
                        StagePage.sideBySide(partsCard),
                        StagePage.sideBySide(scores.foldsCard()),
                        StagePage.sideBySide(scores.scalingCard()),
                        StagePage.sideBySide(conclusionCard),
                        StagePage.sideBySide(cautionCard));
        grid.setId("cases-page-scroll");
        VBox.setVgrow(grid, Priority.ALWAYS);
        getChildren().add(grid);
        lab.openCaseProperty().addListener((observed, before, now) -> {
            grid.setVvalue(0);
            show();
        });
        lab.dataInfoProperty().addListener((observed, before, now) -> show());
        lab.scalingProperty().addListener((observed, before, now) -> showScaling());
        show();
    }

    private ContentCard card(String id, String key, Node content) {
        return new ContentCard(id, messages.bind(key), messages.bind(key + ".how"), content);
    }

    private Node tuningSection() {
        return new VBox(
                10,
                WrappedText.hiddenIfEmpty("cases-baseline-case", baselineText),
                WrappedText.hiddenIfEmpty("cases-how-words", tuningText),
                keyTable,
                WrappedText.hiddenIfEmpty("cases-study-words", studyText));
    }

    List<ChartCard> charts() {
        return scores.all();
    }

    void show() {
        CasesViewModel.OpenCase opened = lab.openCaseProperty().get();
        if (opened == null) {
            return;
        }
        Case workedCase = opened.workedCase();
        CaseText words = new CaseText(messages.texts());
        dataText.set(words.caseSpecificText(workedCase, "data").orElse(""));
        String settings = Captions.settings(workedCase.before(), messages.texts());
        baselineText.set(messages.get(
                "cases.how.baseline",
                words.caseSpecificText(workedCase, "baseline")
                        .map(caseText -> caseText + " " + settings)
                        .orElse(settings)));
        tuningText.set(words.caseSpecificText(workedCase, "tuned")
                .map(caseText -> messages.get("cases.how.tuned", caseText))
                .orElse(""));
        studyText.set(
                words.studyText(workedCase.study(), workedCase.trialResults().size()));
        cautionText.set(words.caution(workedCase));
        keyTable.rows(Stream.concat(
                        workedCase.tunedKeys().stream(), ContributionReport.unchangedKeys(workedCase).stream())
                .map(key -> new Readout.ReadoutRow(
                        label(words.key(key)),
                        List.of(words.value(workedCase.before(), key), words.value(workedCase.after(), key)),
                        key.equals(workedCase.mainKey())))
                .toList());
        header.show(workedCase, showData(workedCase, words));
        scores.show(workedCase);
        scores.showScaling(workedCase);
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("readout-name");
        return label;
    }

    /** Shows the data and how it is split. Returns the size of the data as text. */
    private String showData(Case workedCase, CaseText words) {
        CasesViewModel.CaseDataInfo info = lab.dataInfoProperty().get();
        dataSummary.show(info);
        splitTable.show(info);
        if (info == null) {
            splitText.set("");
            return words.size(workedCase);
        }
        double[] rows = {info.train(), info.validation(), info.test()};
        List<String> names = new ArrayList<>();
        for (int k = 0; k < rows.length; k++) {
            names.add(messages.get("cases.part." + k, Integer.toString((int) rows[k])));
        }
        strip.show(rows, names);
        splitText.set(messages.get("cases.parting.why"));
        return words.size(info.data().samples(), info.data().features().numCols);
    }

    void showScores() {
        CasesViewModel.OpenCase opened = lab.openCaseProperty().get();
        if (opened != null) {
            scores.show(opened.workedCase());
            header.showRerun(opened.workedCase());
        }
    }

    private void showScaling() {
        CasesViewModel.OpenCase opened = lab.openCaseProperty().get();
        if (opened != null) {
            scores.showScaling(opened.workedCase());
        }
    }

    void setActive(boolean active) {
        charts().forEach(card -> card.setActive(active));
    }
}
