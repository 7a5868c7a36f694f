package hyperlab.lab.tuning;

import hyperlab.lab.LabContext;
import hyperlab.text.Texts;
import hyperlab.tune.TrialRanking;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TrialReplication;
import hyperlab.tune.TuningStudy;
import hyperlab.ui.Messages;
import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.control.DoctorSection;
import hyperlab.ui.control.FormulaView;
import hyperlab.ui.control.Readout;
import hyperlab.ui.control.Section;
import hyperlab.ui.control.WrappedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * The lab's right panel: the best and the next trial, the reason for the next trial, repeats, the race, and the doctor.
 */
final class TuningInsight extends VBox {
    private static final String IMPROVEMENT =
            "\\begin{array}{l} \\mathrm{EI}(x) = s\\,\\left(z\\,\\Phi(z) + \\varphi(z)\\right)"
                    + " \\\\ z = \\frac{y^{*} - \\mu(x)}{s(x)} \\end{array}";

    private final LabContext context;
    private final TuningViewModel lab;
    private final StringProperty secondHeading = new SimpleStringProperty("");
    private final StringProperty position = new SimpleStringProperty("");
    private final StringProperty why = new SimpleStringProperty("");
    private final StringProperty slice = new SimpleStringProperty("");
    private final StringProperty models = new SimpleStringProperty("");
    private final StringProperty beyond = new SimpleStringProperty("");
    private final StringProperty whyHeading = new SimpleStringProperty("");
    private final StringProperty compared = new SimpleStringProperty("");
    private final StringProperty repeats = new SimpleStringProperty("");
    private final StringProperty race = new SimpleStringProperty("");
    private final Readout readout;
    private final Readout whyNumbers;
    private final Readout repeatedNumbers;
    private final List<Label> names = new ArrayList<>();
    private final List<Label> numberNames = new ArrayList<>();
    private final List<Label> repeatedNames = new ArrayList<>();
    private final FormulaView formula;
    private final DoctorSection doctor;

    TuningInsight(LabContext context, TuningViewModel lab) {
        this.context = context;
        this.lab = lab;
        getStyleClass().addAll("tuning-lab", "insight-content");
        Messages messages = context.messages();
        readout = new Readout("tuning-readout", List.of(messages.bind("tuning.readout.best"), secondHeading));
        formula = context.formula("tuning-improvement-formula", IMPROVEMENT, "");
        formula.managedProperty().bind(formula.visibleProperty());
        whyNumbers = new Readout("tuning-why-numbers", List.of(whyHeading));
        whyNumbers.managedProperty().bind(whyNumbers.visibleProperty());
        repeatedNumbers = new Readout(
                "tuning-repeated-numbers",
                Stream.of("own", "median", "half")
                        .<ObservableValue<String>>map(column -> messages.bind("tuning.repeats." + column))
                        .toList());
        repeatedNumbers.setVisible(false);
        repeatedNumbers.managedProperty().bind(repeatedNumbers.visibleProperty());
        WrappedText aboutWhy = new WrappedText(why);
        aboutWhy.setId("tuning-why");
        doctor = new DoctorSection("tuning", messages, lab.undo(), lab::study);
        getChildren()
                .addAll(
                        new Section(messages.bind("shell.readout"), readout).addToHeader(position),
                        textSection("tuning-compared", "tuning.default", compared, messages),
                        new Section(
                                messages.bind("tuning.why"),
                                whyNumbers,
                                aboutWhy,
                                WrappedText.hiddenIfEmpty("tuning-why-slice", slice),
                                WrappedText.hiddenIfEmpty("tuning-why-models", models),
                                WrappedText.hiddenIfEmpty("tuning-why-beyond", beyond),
                                formula),
                        textSection("tuning-repeated", "tuning.repeats", repeats, messages, repeatedNumbers),
                        textSection("tuning-race-found", "tuning.race.found", race, messages),
                        doctor);
    }

    /** A section that is visible only while it has text, which is below the other nodes. */
    private static Node textSection(String id, String key, StringProperty words, Messages messages, Node... above) {
        WrappedText prose = new WrappedText(words);
        prose.setId(id);
        Section section = new Section(
                messages.bind(key),
                Stream.concat(Stream.of(above), Stream.of(prose)).toArray(Node[]::new));
        section.visibleProperty().bind(words.isNotEmpty());
        section.managedProperty().bind(section.visibleProperty());
        return section;
    }

    void show(SearchSnapshot snapshot) {
        Texts texts = context.messages().texts();
        TuningText words = new TuningText(texts);
        position.set(words.position(snapshot, lab.playback().lengthProperty().get()));
        why.set(words.explainNext(snapshot));
        slice.set(words.explainSlice(snapshot));
        models.set(words.explainModels(lab.mapsProperty().get()));
        beyond.set(bestBeyondMap(texts));
        showNumbers(snapshot, words);
        boolean chosen = snapshot.model().isPresent()
                && !snapshot.model().get().proposals().isEmpty();
        formula.setVisible(chosen);
        showReadout(snapshot, words);
        doctor.show(snapshot.findings(lab.scaleRatioProperty().get()).stream()
                .map(finding -> DoctorSection.FindingModel.of(finding, texts, remedy -> lab.applyRemedy(remedy)))
                .toList());
    }

    private void showNumbers(SearchSnapshot snapshot, TuningText words) {
        List<TuningText.NamedNumber> numbers = words.proposalNumbers(snapshot);
        whyNumbers.setVisible(!numbers.isEmpty());
        whyHeading.set(snapshot.model().map(words::nextLabel).orElse(""));
        List<Readout.ReadoutRow> rows = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            rows.add(new Readout.ReadoutRow(
                    name(numberNames, i, numbers.get(i).name()),
                    List.of(numbers.get(i).number()),
                    false));
        }
        whyNumbers.rows(rows);
    }

    /** Why the color of the map does not contain the value of the best trial; empty if it does. */
    private String bestBeyondMap(Texts texts) {
        SearchMaps maps = lab.mapsProperty().get();
        return maps == null
                ? ""
                : maps.bestBeyondMap()
                        .map(fit -> texts.get(
                                "tuning.map.noise", TuningText.number(fit.value()), TuningText.number(fit.expected())))
                        .orElse("");
    }

    /** Shows the best trial next to the marked one, or to the next one if none is marked. */
    void showReadout() {
        showReadout(
                lab.viewStateProperty().get(), new TuningText(context.messages().texts()));
    }

    private void showReadout(SearchSnapshot snapshot, TuningText words) {
        Optional<TrialRecord> marked =
                lab.trial(lab.selection().markedProperty().get());
        Messages messages = context.messages();
        secondHeading.set(marked.map(row -> messages.get("tuning.readout.trial", Integer.toString(row.trial())))
                .orElseGet(() -> messages.get("tuning.readout.next")));
        Map<String, String> secondValues = marked.map(TrialRecord::values)
                .orElseGet(() -> snapshot.model()
                        .filter(outlook -> !outlook.proposals().isEmpty())
                        .map(outlook -> outlook.values(outlook.proposals().get(0)))
                        .orElse(Map.of()));
        String secondResult = marked.map(row -> TuningText.number(row.value())).orElseGet(() -> expected(snapshot));
        readout.rows(rows(snapshot, words, secondValues, secondResult));
    }

    private List<Readout.ReadoutRow> rows(
            SearchSnapshot snapshot, TuningText words, Map<String, String> secondValues, String secondResult) {
        TuningStudy study = snapshot.study();
        Optional<TrialRecord> best = snapshot.best();
        List<String> bestValues =
                words.values(study, best.map(TrialRecord::values).orElse(Map.of()));
        List<String> nextValues = words.values(study, secondValues);
        List<Readout.ReadoutRow> rows = new ArrayList<>();
        for (int i = 0; i < study.space().dimensions(); i++) {
            rows.add(new Readout.ReadoutRow(
                    name(names, i, words.key(study.space().keys().get(i))),
                    List.of(orDash(bestValues.get(i)), orDash(nextValues.get(i))),
                    false));
        }
        rows.add(new Readout.ReadoutRow(
                name(names, study.space().dimensions(), words.objective(study)),
                List.of(TuningText.number(best.map(TrialRecord::value).orElse(Double.NaN)), secondResult),
                true));
        TrialRanking ranking = snapshot.ranking();
        if (ranking.isDecidedByRepeats()) {
            Optional<TrialRecord> marked =
                    lab.trial(lab.selection().markedProperty().get());
            rows.add(new Readout.ReadoutRow(
                    name(
                            names,
                            study.space().dimensions() + 1,
                            context.messages().get("tuning.readout.median", Integer.toString(BestTrialRepeats.SEEDS))),
                    List.of(median(ranking, best), median(ranking, marked)),
                    true));
        }
        return rows;
    }

    private static String median(TrialRanking ranking, Optional<TrialRecord> row) {
        return TuningText.number(
                row.map(trial -> ranking.median(trial).orElse(Double.NaN)).orElse(Double.NaN));
    }

    /** The model's prediction for the next trial. */
    private static String expected(SearchSnapshot snapshot) {
        return snapshot.model()
                .filter(outlook -> !outlook.proposals().isEmpty())
                .map(outlook -> "≈ "
                        + TuningText.number(
                                outlook.predict(outlook.proposals().get(0).point())
                                        .mean()))
                .orElse("–");
    }

    private static String orDash(String value) {
        return value.isEmpty() ? "–" : value;
    }

    /** Reuses the label so that the table is not laid out again. */
    private static Label name(List<Label> names, int index, String text) {
        while (names.size() <= index) {
            Label label = new Label();
            label.getStyleClass().add("field-label");
            names.add(label);
        }
        names.get(index).setText(text);
        return names.get(index);
    }

    /** The numbers are short enough for the whole name to fit next to them. */
    private Label repeatedName(int index, String text) {
        Label label = name(repeatedNames, index, text);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    void showComparison() {
        compared.set(new TuningText(context.messages().texts())
                .compared(lab.comparisonProperty().get(), lab.study()));
    }

    void showRepeats() {
        StudyRunner.StudyStatus<TrialReplication.ReplicatedTrial> status =
                lab.replicationStatusProperty().get();
        Texts texts = context.messages().texts();
        List<RepeatsText.Row> table = status.isRunning() ? List.of() : new RepeatsText(texts).rows(status.results());
        repeatedNumbers.setVisible(!table.isEmpty());
        repeatedNumbers.rows(IntStream.range(0, table.size())
                .mapToObj(i -> new Readout.ReadoutRow(
                        repeatedName(i, table.get(i).trial()), table.get(i).numbers(), false))
                .toList());
        String described = status.state() == StudyRunner.StudyState.NONE
                ? ""
                : new RepeatsText(texts).describe(lab.study(), status.results(), status.isRunning(), status.share());
        String order = status.isRunning()
                ? ""
                : new RepeatedOrderText(texts)
                        .describe(
                                lab.study(),
                                lab.viewStateProperty().get().search().rows(),
                                status.results());
        repeats.set((order + " " + described).strip());
    }

    void showRace() {
        StudyRunner.StudyStatus<MethodRaceViewModel.FinishedSearch> status =
                lab.race().statusProperty().get();
        race.set(status.state() == StudyRunner.StudyState.NONE ? "" : raceText(status.isRunning()));
    }

    private String raceText(boolean running) {
        RaceText words = new RaceText(context.messages().texts());
        List<TrialRecord> own = lab.manualTrials();
        MethodRaceViewModel race = lab.race();
        String person = words.describeUserRank(
                race.standings(),
                race.userBest(own),
                Math.min(own.size(), race.racedStudy().trials()),
                race.racedStudy().objective().isLargerBetter());
        return words.describeStandings(race.standings(), running) + " " + person;
    }
}
