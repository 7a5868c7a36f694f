package hyperlab.app.training;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.control.Readout;
import hyperlab.app.control.SeriesSymbol;
import hyperlab.chart.CurveLook;
import hyperlab.chart.SeriesStyle;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A table for each setting in which the displayed runs differ, with the marker, name and value of each run. */
final class RunTables extends VBox {
    private final ExperimentSettings settings;
    private final LabContext context;
    private final Messages messages;
    private List<KeptRun> shown = List.of();

    RunTables(ExperimentSettings settings, LabContext context) {
        this.settings = settings;
        this.context = context;
        this.messages = context.messages();
        setId("training-differences");
        getStyleClass().add("run-tables");
        messages.language().addListener((observed, before, now) -> {
            List<KeptRun> again = shown;
            shown = List.of();
            show(again);
        });
    }

    /** Shows the settings in which these runs differ; nothing for fewer than two runs. */
    void show(List<KeptRun> runs) {
        if (runs.equals(shown)) {
            return;
        }
        shown = List.copyOf(runs);
        getChildren().clear();
        Set<String> keys = new LinkedHashSet<>();
        for (KeptRun run : runs) {
            settings.differences(runs.get(0).experiment(), run.experiment())
                    .forEach(difference -> keys.add(difference.nameKey()));
        }
        RunNames names = new RunNames(settings, runs);
        for (String key : keys) {
            getChildren().add(table(key, runs, names));
        }
    }

    private Node table(String key, List<KeptRun> runs, RunNames names) {
        Texts texts = messages.texts();
        Readout table = new Readout("training-differences-" + key, List.of(messages.bind(key)));
        List<Readout.ReadoutRow> rows = new ArrayList<>();
        for (KeptRun run : runs) {
            rows.add(new Readout.ReadoutRow(
                    label(context, run, names.brief(run).in(texts)),
                    List.of(settings.say(key, run.experiment()).in(texts)),
                    false));
        }
        table.rows(rows);
        return table;
    }

    /** A label with a run's marker and name, for tables. */
    static Label label(LabContext context, KeptRun run, String name) {
        SeriesStyle style = new SeriesStyle(run.look());
        Label label = new Label(name);
        label.setGraphic(new SeriesSymbol(
                context.appearance(),
                CurveLook.line(style.ink(), CurveLook.WIDTH).with(style.marker())));
        label.getStyleClass().add("readout-name");
        return label;
    }

    /** A cache of run labels. */
    static final class Labels {
        private final Map<String, Label> made = new HashMap<>();
        private final LabContext context;

        Labels(LabContext context) {
            this.context = context;
        }

        /** Returns the same node for the same table, run, color and name. */
        Label of(String table, KeptRun run, String name) {
            return made.computeIfAbsent(
                    table + " " + run.id() + " " + run.look() + " " + name, key -> label(context, run, name));
        }
    }
}
