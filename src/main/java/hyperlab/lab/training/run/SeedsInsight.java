package hyperlab.lab.training.run;

import hyperlab.lab.LabContext;
import hyperlab.lab.training.settings.SettingControlFactory;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Readout;
import hyperlab.ui.control.Section;
import hyperlab.ui.control.WrappedText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.layout.VBox;

/** The results over seeds: the spread of the resulting validation losses, and the comparison of two runs. */
public final class SeedsInsight extends VBox {
    private final RunSummaries summaries;
    private final Messages messages;
    private final Readout table;
    private final RunDifferenceTables.RunLabelCache labels;
    private final StringProperty text = new SimpleStringProperty(this, "said", "");

    public SeedsInsight(RunSummaries summaries, LabContext context) {
        this.summaries = summaries;
        this.messages = context.messages();
        setId("training-seeds-said");
        labels = new RunDifferenceTables.RunLabelCache(context);
        table = new Readout(
                "training-seeds-table",
                List.of(messages.bind("training.seeds.median"), messages.bind("training.seeds.quartiles")));
        WrappedText words = new WrappedText(text);
        SettingControlFactory.showWhile(text.isNotEmpty(), words);
        getChildren().add(new Section(messages.bind("training.seeds.title"), table, words));
        setVisible(false);
        setManaged(false);
    }

    public void show(TrainingViewState state) {
        Texts texts = messages.texts();
        List<Readout.ReadoutRow> rows = new ArrayList<>();
        for (DisplayedRun run : state.runs()) {
            SeedBands seeds = run.seeds();
            if (seeds != null) {
                String name = run.name().format(texts);
                String quartiles = texts.get(
                        "training.seeds.from",
                        NumberFormats.format(seeds.resulting().lower(), 2),
                        NumberFormats.format(seeds.resulting().upper(), 2));
                rows.add(new Readout.ReadoutRow(
                        labels.of("seeds", run.run(), name),
                        List.of(NumberFormats.format(seeds.resulting().median(), 2), quartiles),
                        false));
            }
        }
        table.rows(rows);
        setVisible(!rows.isEmpty());
        setManaged(!rows.isEmpty());
        text.set(summaries.seeds().stream().map(words -> words.format(texts)).collect(Collectors.joining(" ")));
    }
}
