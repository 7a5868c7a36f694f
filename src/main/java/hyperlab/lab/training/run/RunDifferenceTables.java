package hyperlab.lab.training.run;

import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.SeriesStyle;
import hyperlab.lab.LabContext;
import hyperlab.lab.training.settings.ExperimentSettings;
import hyperlab.text.Texts;
import hyperlab.ui.Messages;
import hyperlab.ui.RecentlyUsed;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Readout;
import hyperlab.ui.control.SeriesSymbol;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.VBox;

/** A table for each setting in which the displayed runs differ, with the marker, name and value of each run. */
final class RunDifferenceTables extends VBox {
    private final ExperimentSettings settings;
    private final LabContext context;
    private final Messages messages;
    private List<DisplayedRun> shown = List.of();

    RunDifferenceTables(ExperimentSettings settings, LabContext context) {
        this.settings = settings;
        this.context = context;
        this.messages = context.messages();
        setId("training-differences");
        getStyleClass().add("run-tables");
        messages.languageProperty().addListener((observed, before, now) -> {
            List<DisplayedRun> again = shown;
            shown = List.of();
            show(again);
        });
    }

    /** Shows the settings in which these runs differ; nothing for fewer than two runs. */
    void show(List<DisplayedRun> displayed) {
        if (isSame(displayed)) {
            return;
        }
        shown = List.copyOf(displayed);
        List<ComparedRun> runs = displayed.stream().map(DisplayedRun::run).toList();
        getChildren().clear();
        Set<String> keys = new LinkedHashSet<>();
        for (ComparedRun run : runs) {
            settings.differences(runs.get(0).experiment(), run.experiment())
                    .forEach(difference -> keys.add(difference.nameKey()));
            run.history().markers().forEach(change -> keys.add(change.nameKey()));
        }
        for (String key : keys) {
            getChildren().add(table(key, displayed));
        }
    }

    private boolean isSame(List<DisplayedRun> displayed) {
        return displayed.size() == shown.size()
                && IntStream.range(0, shown.size())
                        .allMatch(k -> displayed
                                        .get(k)
                                        .run()
                                        .equals(shown.get(k).run())
                                && displayed.get(k).name().equals(shown.get(k).name()));
    }

    private Node table(String key, List<DisplayedRun> displayed) {
        Texts texts = messages.texts();
        Readout table = new Readout("training-differences-" + key, List.of(messages.bind(key)));
        List<Readout.ReadoutRow> rows = new ArrayList<>();
        for (DisplayedRun run : displayed) {
            rows.add(new Readout.ReadoutRow(
                    label(context, run.run(), run.name().format(texts)),
                    List.of(RunNames.value(settings, key, run.run()).format(texts)),
                    false));
        }
        table.rows(rows);
        return table;
    }

    /** A label with a run's marker and name, for tables. A long name is cut in the middle, because its end differs. */
    static Label label(LabContext context, ComparedRun run, String name) {
        SeriesStyle style = new SeriesStyle(run.style());
        Label label = new Label(name);
        label.setGraphic(new SeriesSymbol(
                context.appearance(),
                CurveStyle.line(style.themeColor(), CurveStyle.WIDTH).with(style.marker())));
        label.getStyleClass().add("readout-name");
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        Hints.withHint(label, label.textProperty());
        return label;
    }

    /** A cache of run labels. */
    static final class RunLabelCache {
        /** More than any table shows. Runs and their names change all the time. */
        private static final int CAPACITY = 100;

        private final RecentlyUsed<String, Label> cache = new RecentlyUsed<>(CAPACITY);
        private final LabContext context;

        RunLabelCache(LabContext context) {
            this.context = context;
        }

        /** Returns the same node for the same table, run, color and name. */
        Label of(String table, ComparedRun run, String name) {
            return cache.get(table + " " + run.id() + " " + run.style() + " " + name, key -> label(context, run, name));
        }
    }
}
