package hyperlab.app.cases;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.control.ContentCard;
import hyperlab.app.control.ChartCard;
import hyperlab.app.control.WrappedText;
import hyperlab.app.control.Readout;
import hyperlab.app.control.StageGrid;
import hyperlab.cases.Case;
import hyperlab.export.Captions;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The page of an open case: the question, the data, the tuning, its gain, and cautions about conclusions. */
final class CasePage extends VBox {
    private final LabContext context;
    private final Messages messages;
    private final CasesViewModel lab;
    private final StringProperty about = new SimpleStringProperty("");
    private final StringProperty baseline = new SimpleStringProperty("");
    private final StringProperty how = new SimpleStringProperty("");
    private final StringProperty study = new SimpleStringProperty("");
    private final StringProperty caution = new SimpleStringProperty("");
    private final StringProperty parting = new SimpleStringProperty("");
    private final CaseHead head;
    private final Readout keys;
    private final DataGlance data;
    private final PartsStrip strip = new PartsStrip("cases-strip");
    private final ScoreCards scores;

    CasePage(LabContext context, CasesViewModel lab) {
        this.context = context;
        this.messages = context.messages();
        this.lab = lab;
        setId("cases-page");
        head = new CaseHead(messages, lab);
        keys = new Readout("cases-keys", List.of(messages.bind("cases.before"), messages.bind("cases.after")));
        data = new DataGlance(messages);
        scores = new ScoreCards(context, lab);
        VBox glance = new VBox(8, WrappedText.hiddenIfEmpty("cases-data-words", about), data);
        VBox parts = new VBox(10, strip, WrappedText.hiddenIfEmpty("cases-parting-words", parting));
        StageGrid grid = new StageGrid(new double[] {1, 1}, new double[] {0, 0, 0, 0, 0})
                .addCard(new ContentCard("cases-head", head), 0, 0, 2)
                .addCard(card("cases-data", "cases.data", glance), 0, 1, 1)
                .addCard(card("cases-parting", "cases.parting", parts), 1, 1, 1)
                .addCard(card("cases-how", "cases.how", tuned()), 0, 2, 1)
                .addCard(scores.gain(), 1, 2, 1)
                .addCard(scores.folds(), 0, 3, 1)
                .addCard(scores.scaling(), 1, 3, 1)
                .addCard(card("cases-caution", "cases.caution", WrappedText.hiddenIfEmpty("cases-caution-words", caution)), 0, 4, 2);
        grid.setId("cases-page-scroll");
        VBox.setVgrow(grid, Priority.ALWAYS);
        getChildren().add(grid);
        lab.opened().addListener((observed, before, now) -> {
            grid.setVvalue(0);
            show();
        });
        lab.glance().addListener((observed, before, now) -> show());
        lab.scaling().addListener((observed, before, now) -> showScaling());
        show();
    }

    private ContentCard card(String id, String key, Node content) {
        return new ContentCard(id, messages.bind(key), messages.bind(key + ".how"), content);
    }

    private Node tuned() {
        return new VBox(
                10,
                WrappedText.hiddenIfEmpty("cases-baseline-case", baseline),
                WrappedText.hiddenIfEmpty("cases-how-words", how),
                keys,
                WrappedText.hiddenIfEmpty("cases-study-words", study));
    }

    List<ChartCard> charts() {
        return scores.all();
    }

    void show() {
        CasesViewModel.Opened opened = lab.opened().get();
        if (opened == null) {
            return;
        }
        Case one = opened.one();
        CaseWords words = new CaseWords(messages.texts());
        about.set(words.named(one, "data").orElse(""));
        String settings = Captions.settings(one.before(), messages.texts());
        baseline.set(messages.get(
                "cases.how.baseline",
                words.named(one, "baseline").map(own -> own + " " + settings).orElse(settings)));
        how.set(words.named(one, "tuned")
                .map(own -> messages.get("cases.how.tuned", own))
                .orElse(""));
        study.set(words.study(one.study(), one.found().size()));
        caution.set(words.caution(one));
        keys.rows(one.tuned().stream()
                .map(key -> new Readout.ReadoutRow(
                        label(words.key(key)),
                        List.of(words.value(one.before(), key), words.value(one.after(), key)),
                        key.equals(one.headline())))
                .toList());
        head.show(one, showData(one, words));
        scores.show(one);
        scores.showScaling(one);
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("readout-name");
        return label;
    }

    /** Shows the data and how it is split. Returns the size of the data as text. */
    private String showData(Case one, CaseWords words) {
        CasesViewModel.Glance glance = lab.glance().get();
        data.show(glance);
        if (glance == null) {
            parting.set("");
            return words.size(one);
        }
        double[] rows = {glance.train(), glance.validation(), glance.test()};
        List<String> names = new ArrayList<>();
        for (int k = 0; k < rows.length; k++) {
            names.add(messages.get("cases.part." + k, Integer.toString((int) rows[k])));
        }
        strip.show(rows, names);
        parting.set(messages.get("cases.parting.why"));
        return words.size(glance.data().samples(), glance.data().features().numCols);
    }

    void showScores() {
        CasesViewModel.Opened opened = lab.opened().get();
        if (opened != null) {
            scores.show(opened.one());
            head.showAgain(opened.one());
        }
    }

    private void showScaling() {
        CasesViewModel.Opened opened = lab.opened().get();
        if (opened != null) {
            scores.showScaling(opened.one());
        }
    }

    void restyle() {
        scores.restyle(context.appearance().chartStyle());
    }

    void active(boolean active) {
        charts().forEach(card -> card.setActive(active));
    }
}
