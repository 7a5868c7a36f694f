package hyperlab.lab.training.run;

import hyperlab.data.PredictionTask;
import hyperlab.lab.LabContext;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.train.EpochReport;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Readout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Loss and accuracy of each displayed run at the play head or at the epoch under the pointer, and the best epoch of
 * each run.
 */
public final class RunReadout extends VBox {
    private static final double SMALL = 0.1;
    private static final double LARGE = 1e4;
    private static final String NONE = "–";

    private final Messages messages;
    private final Readout loss;
    private final Readout accuracy;
    private final RunDifferenceTables.RunLabelCache labels;
    private final Map<String, Label> names = new HashMap<>();

    public RunReadout(LabContext context) {
        this.messages = context.messages();
        getStyleClass().add("run-readout");
        labels = new RunDifferenceTables.RunLabelCache(context);
        loss = new Readout(
                "training-readout",
                List.of(
                        messages.bind("training.readout.train"),
                        messages.bind("training.readout.validation"),
                        messages.bind("training.readout.lowest")));
        accuracy = new Readout(
                "training-readout-accuracy",
                List.of(messages.bind("training.readout.train"), messages.bind("training.readout.validation")));
        getChildren().addAll(loss, accuracy);
    }

    public void show(TrainingViewState state) {
        Texts texts = messages.texts();
        RunFacts facts = state.facts();
        boolean classes = facts != null && facts.task() == PredictionTask.CLASSIFICATION;
        List<DisplayedRun> runs = state.runs();
        boolean several = runs.size() > 1;
        List<Readout.ReadoutRow> losses = new ArrayList<>();
        List<Readout.ReadoutRow> accuracies = new ArrayList<>();
        for (DisplayedRun run : runs) {
            EpochReport row = state.cursor() == null ? run.atPlayhead() : run.atPointer();
            boolean chosen = several && run.live();
            String name = run.shortName().format(texts);
            losses.add(new Readout.ReadoutRow(
                    several ? labels.of("loss", run.run(), name) : nameLabel(texts.get("training.readout.loss")),
                    List.of(
                            row == null ? NONE : format(row.trainLoss()),
                            row == null ? NONE : format(row.validationLoss()),
                            bestText(run.best(), several, texts)),
                    chosen));
            boolean has = row != null && !Double.isNaN(row.trainAccuracy());
            accuracies.add(new Readout.ReadoutRow(
                    several
                            ? labels.of("accuracy", run.run(), name)
                            : nameLabel(texts.get("training.readout.accuracy")),
                    List.of(
                            has && row != null ? percent(row.trainAccuracy()) : NONE,
                            has && row != null ? percent(row.validationAccuracy()) : NONE),
                    chosen));
        }
        loss.rows(losses);
        accuracy.rows(classes ? accuracies : List.of());
        accuracy.setManaged(classes);
        accuracy.setVisible(classes);
    }

    /** The numbers of the current run as a sentence, for a presentation, which has no readout; empty if it has none. */
    public static String words(TrainingViewState state, Texts texts) {
        EpochReport row = state.runs().stream()
                .filter(DisplayedRun::live)
                .findFirst()
                .map(run -> state.cursor() == null ? run.atPlayhead() : run.atPointer())
                .orElse(null);
        if (row == null) {
            return "";
        }
        String losses = texts.get(
                "training.presented.loss",
                NumberFormats.format(row.trainLoss(), 3),
                NumberFormats.format(row.validationLoss(), 3));
        return Double.isNaN(row.trainAccuracy())
                ? losses
                : losses + " "
                        + texts.get(
                                "training.presented.accuracy",
                                percent(row.trainAccuracy()),
                                percent(row.validationAccuracy()));
    }

    private Node nameLabel(String text) {
        return names.computeIfAbsent(text, key -> {
            Label label = new Label(key);
            label.getStyleClass().add("readout-name");
            return label;
        });
    }

    /** For several runs only the epoch, because there is no room for more and the chart circles the point. */
    private static String bestText(@Nullable EpochReport best, boolean several, Texts texts) {
        if (best == null) {
            return NONE;
        }
        String epoch = Integer.toString(best.epoch());
        return several
                ? texts.get("training.readout.at.brief", epoch)
                : texts.get("training.readout.lowestAt", format(best.validationLoss()), epoch);
    }

    private static String percent(double value) {
        return NumberFormats.formatFixed(100 * value, 1) + "\u00a0%";
    }

    /** Uses fewer digits where four would not fit side by side. */
    private static String format(double value) {
        boolean small = value < SMALL || value >= LARGE;
        return NumberFormats.format(value, small ? 2 : 3);
    }
}
