package hyperlab.app.training;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.control.Finding;
import hyperlab.app.control.FormulaView;
import hyperlab.app.control.Prose;
import hyperlab.app.control.Readout;
import hyperlab.app.control.Section;
import hyperlab.data.Task;
import hyperlab.text.Numbers;
import hyperlab.text.Texts;
import hyperlab.train.EpochReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The numbers at the play head, what differs from the run before, what is seen, in words and as a formula, and counts. */
final class TrainingInsight extends VBox {
    private static final int LONGEST = 8;

    private final TrainingViewModel lab;
    private final Messages messages;
    private final VBox differs = new VBox();
    private final Readout readout;
    private final Map<String, Label> names = new HashMap<>();
    private final StringProperty readoutPlace = new SimpleStringProperty(this, "readoutPlace", "");
    private final StringProperty best = new SimpleStringProperty(this, "best", "");
    private final VBox seen = new VBox(8);
    private final List<StringProperty> paragraphs = new ArrayList<>();
    private final FormulaView formula;
    private final Counts counts;
    private @Nullable Previous shownPrevious;

    TrainingInsight(TrainingViewModel lab, LabContext context) {
        this.lab = lab;
        this.messages = context.messages();
        getStyleClass().add("training-insight");
        differs.visibleProperty().bind(Bindings.isNotEmpty(differs.getChildren()));
        differs.managedProperty().bind(differs.visibleProperty());
        readout = new Readout(
                "training-readout",
                List.of(messages.bind("training.readout.train"), messages.bind("training.readout.validation")));
        formula = new FormulaView("", messages.get("training.formula"), context.appearance());
        counts = new Counts(messages);
        Section numbers = new Section(messages.bind("shell.readout"), readout, new Prose(best, "muted", "small"))
                .aside(readoutPlace);
        getChildren()
                .addAll(
                        differs,
                        numbers,
                        new Section(messages.bind("shell.seen"), seen, formula),
                        new Section(messages.bind("training.counts"), counts));
        lab.picture().addListener((observed, before, now) -> show());
        messages.language().addListener((observed, before, now) -> {
            shownPrevious = null;
            show();
        });
        show();
    }

    private void show() {
        Picture picture = lab.picture().get();
        formula.latex().set(Formulas.of(picture.experiment().training().optimizer()));
        say(lab.observations());
        compare(picture.previous());
        read();
        counts.show(picture, lab.settings().hyperparameterCount());
    }

    private void say(List<Words> words) {
        Texts texts = messages.texts();
        while (paragraphs.size() < words.size()) {
            StringProperty paragraph = new SimpleStringProperty("");
            paragraphs.add(paragraph);
            seen.getChildren().add(new Prose(paragraph));
        }
        for (int k = 0; k < paragraphs.size(); k++) {
            paragraphs.get(k).set(k < words.size() ? words.get(k).in(texts) : "");
            seen.getChildren().get(k).setVisible(k < words.size());
            seen.getChildren().get(k).setManaged(k < words.size());
        }
    }

    private void compare(@Nullable Previous previous) {
        if (previous != null && previous.equals(shownPrevious)) {
            return;
        }
        shownPrevious = previous;
        differs.getChildren().clear();
        if (previous == null) {
            return;
        }
        int count = previous.differences().size();
        Finding.Kind kind = count == 0 ? Finding.Kind.NOTE : count == 1 ? Finding.Kind.GOOD : Finding.Kind.WARNING;
        String title = count == 0
                ? "training.differs.title.none"
                : count == 1 ? "training.differs.title" : "training.differs.title.several";
        differs.getChildren()
                .add(new Finding(
                        "training-differs",
                        kind,
                        messages.bind(title, Integer.toString(count)),
                        messages.compute(() -> comparison(previous))));
    }

    private String comparison(Previous previous) {
        Texts texts = messages.texts();
        StringBuilder text = new StringBuilder();
        for (Difference difference : previous.differences()) {
            text.append(difference.said().in(texts)).append(". ");
        }
        text.append(previous.whatStays().in(texts));
        if (previous.changedOnTheWay()) {
            text.append(' ').append(texts.get("training.differs.onTheWay"));
        }
        return text.toString();
    }

    private void read() {
        Reading reading = lab.picture().get().reading();
        if (reading == null) {
            readout.rows(List.of());
            readoutPlace.set("");
            best.set("");
            return;
        }
        Texts texts = messages.texts();
        EpochReport head = reading.head();
        readoutPlace.set(texts.get(
                "training.readout.at",
                Integer.toString(head.epoch()),
                Integer.toString(lab.playback().length().get())));
        best.set(texts.get(
                "training.readout.best",
                Numbers.show(reading.best().validationLoss()),
                Integer.toString(reading.best().epoch())));
        List<Readout.Row> rows = new ArrayList<>();
        rows.add(row(texts.get("training.readout.loss"), head.trainLoss(), head.validationLoss(), false));
        RunFacts facts = lab.picture().get().facts();
        boolean classes = facts != null && facts.task() == Task.CLASSIFICATION;
        if (classes) {
            rows.add(
                    row(texts.get("training.readout.accuracy"), head.trainAccuracy(), head.validationAccuracy(), true));
        }
        EpochReport before = reading.headBefore();
        if (before != null) {
            String loss = texts.get("training.readout.loss");
            rows.add(row(
                    texts.get("training.readout.previous", loss), before.trainLoss(), before.validationLoss(), false));
            if (classes && !Double.isNaN(before.trainAccuracy())) {
                String accuracy = texts.get("training.readout.accuracy");
                rows.add(row(
                        texts.get("training.readout.previous", accuracy),
                        before.trainAccuracy(),
                        before.validationAccuracy(),
                        true));
            }
        }
        readout.rows(rows);
    }

    private Readout.Row row(String name, double train, double validation, boolean share) {
        Label label = names.computeIfAbsent(name, text -> {
            Label made = new Label(text);
            made.getStyleClass().add("readout-name");
            return made;
        });
        return new Readout.Row(label, List.of(number(train, share), number(validation, share)), false);
    }

    private static String number(double value, boolean share) {
        return share ? Numbers.fixed(100 * value, 1) + " %" : shortened(value);
    }

    /** With a digit less where four would not fit beside one another. */
    private static String shortened(double value) {
        String text = Numbers.show(value);
        return text.length() > LONGEST ? Numbers.show(value, 3) : text;
    }
}
