package hyperlab.app.cases;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.control.ChartCard;
import hyperlab.app.control.Hints;
import hyperlab.app.control.Icons;
import hyperlab.cases.Case;
import hyperlab.cases.CaseScores;
import hyperlab.cases.Score.Part;
import hyperlab.chart.SeedsChart;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
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

/** The card of a case: its subject, the most important change, and the scores of each seed before and after. */
final class GalleryCard {
    private final LabContext context;
    private final Messages messages;
    private final CasesViewModel lab;
    private final Case one;
    private final SeedsChart chart;
    private final ChartCard card;
    private final Label measure = label("caption");
    private final Label medians = label("case-medians");
    private final Label gain = label("case-gain");
    private final Label verdict = label("caption");
    private final StringProperty task = new SimpleStringProperty("");

    GalleryCard(LabContext context, CasesViewModel lab, Case one) {
        this.context = context;
        this.messages = context.messages();
        this.lab = lab;
        this.one = one;
        chart = new SeedsChart(context.appearance().chartTheme());
        String id = "cases-" + one.name();
        card = new ChartCard(
                id,
                messages,
                messages.compute(() -> words().name(one)),
                messages.compute(() -> words().shape(one)),
                chart.chart());
        card.getStyleClass().add("case-card");
        Label chip = label("case-chip");
        chip.textProperty().bind(task);
        card.addToHeader(chip);
        card.insertAbove(about());
        card.addBelow(foot(id));
        card.withDataExport(messages, this::csv);
        card.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2) {
                lab.open(one);
            }
        });
        card.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                lab.open(one);
                event.consume();
            }
        });
        show();
    }

    ChartCard card() {
        return card;
    }

    Case one() {
        return one;
    }

    private CaseWords words() {
        return new CaseWords(messages.texts());
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private Node about() {
        Label subject = new Label();
        subject.textProperty().bind(messages.compute(() -> words().subject(one)));
        subject.getStyleClass().add("case-subject");
        HBox change = change(messages, one);
        VBox about = new VBox(3, subject, change);
        about.getStyleClass().add("case-about");
        return about;
    }

    /** The most important tuned key, with its values before and after. */
    static HBox change(Messages messages, Case one) {
        String key = one.headline();
        Label name = new Label();
        name.setGraphic(Icons.icon(CaseWords.icon(key)));
        name.textProperty().bind(messages.compute(() -> new CaseWords(messages.texts()).key(key)));
        Label before = label("case-before");
        before.textProperty().bind(messages.compute(() -> new CaseWords(messages.texts()).value(one.before(), key)));
        Label arrow = label("case-arrow");
        arrow.textProperty().bind(new ReadOnlyStringWrapper("→"));
        Label after = label("case-after");
        after.textProperty().bind(messages.compute(() -> new CaseWords(messages.texts()).value(one.after(), key)));
        HBox change = new HBox(5, name, before, arrow, after);
        change.setAlignment(Pos.CENTER_LEFT);
        change.getStyleClass().add("case-change");
        return change;
    }

    private Node foot(String id) {
        Button open = new Button();
        open.setId(id + "-open");
        open.textProperty().bind(messages.bind("cases.open"));
        open.setGraphic(Icons.icon("fth-arrow-right"));
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setOnAction(event -> lab.open(one));
        Hints.withHint(open, messages.compute(() -> messages.get("cases.open.hint", words().name(one))));
        HBox numbers = new HBox(8, medians, gain);
        numbers.setAlignment(Pos.BASELINE_LEFT);
        HBox caption = new HBox(8, measure, verdict);
        VBox left = new VBox(1, caption, numbers);
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        HBox foot = new HBox(8, left, open);
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    void show() {
        CaseWords words = words();
        CaseScores scores = lab.scores(one);
        task.set(words.task(one.measure()));
        measure.setText(words.measured(one.measure()));
        boolean any = scores.seeds() > 0;
        medians.setText(any ? words.medians(scores, one.measure()) : "–");
        gain.setText(any ? words.medianGain(scores, one.measure()) : "");
        gain.getStyleClass().removeAll("better", "worse");
        if (any) {
            gain.getStyleClass().add(CaseWords.isBetter(scores, one.measure()) ? "better" : "worse");
        }
        Rerun.Verdict now = lab.rerun().verdict(one);
        verdict.setText(now == Rerun.Verdict.NOT_RUN ? words.seeds(scores.seeds(), lab.seeds()) : words.verdict(now));
        chart.show(picture(words, scores));
    }

    private SeedsChart.Picture picture(CaseWords words, CaseScores scores) {
        List<String> names = words.parts();
        return new SeedsChart.Picture(
                List.of(
                        new SeedsChart.Row(names.get(0), 1, CaseWords.drawn(scores.array(Part.BEFORE), one.measure())),
                        new SeedsChart.Row(names.get(1), 0, CaseWords.drawn(scores.array(Part.AFTER), one.measure()))),
                CaseWords.most(one.measure()),
                CaseWords.unit(one.measure()),
                lab.shelf().points().get(),
                lab.shelf().band().get());
    }

    private String csv() {
        CaseScores scores = lab.scores(one);
        StringBuilder text = new StringBuilder("seed,before,after\n");
        for (int seed = 0; seed < scores.seeds(); seed++) {
            text.append(one.before().seed() + seed)
                    .append(',')
                    .append(scores.before().get(seed))
                    .append(',')
                    .append(scores.after().get(seed))
                    .append('\n');
        }
        return text.toString();
    }

    void restyle() {
        chart.style(context.appearance().chartStyle());
    }
}
