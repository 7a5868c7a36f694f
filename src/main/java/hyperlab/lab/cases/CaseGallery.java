package hyperlab.lab.cases;

import hyperlab.cases.MapCase;
import hyperlab.chart.training.SeedsChart;
import hyperlab.data.CsvPreview;
import hyperlab.lab.LabContext;
import hyperlab.ui.FilePicker;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ChartCardView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The gallery: first a card that explains how to read the charts, then one for each case that matches the filters, the
 * user's own first, and one for user data.
 */
final class CaseGallery extends VBox {
    private static final double[] EXAMPLE_SCORES = {0, 14, 37, 46, 49, 58, 63, 71, 86, 100};

    private final LabContext context;
    private final Consumer<Path> openTable;
    private final Messages messages;
    private final CasesViewModel lab;
    private final CardGrid grid;
    private final List<CaseCard> cards;
    private final List<MapCaseCard> mapCards;
    private final Map<CasesViewModel.OpenCase, CaseCard> userCards = new LinkedHashMap<>();
    private boolean active;
    private final Node userDataCard;
    private final ChartCardView<SeedsChart.Model> guide;
    private final Node emptyNotice;

    /**
     * @param mapCases the cases that maps answer
     * @param openTable opens a table that the user chose
     */
    CaseGallery(LabContext context, CasesViewModel lab, List<MapCase> mapCases, Consumer<Path> openTable) {
        this.openTable = openTable;
        this.context = context;
        this.messages = context.messages();
        this.lab = lab;
        grid = new CardGrid("cases-grid", context.appearance());
        cards = lab.caseFilter().all().stream()
                .map(workedCase -> new CaseCard(context, lab, workedCase))
                .toList();
        mapCards = mapCases.stream()
                .map(mapCase -> new MapCaseCard(context, lab, mapCase))
                .toList();
        userDataCard = userDataCard();
        guide = guide();
        updateGuide();
        emptyNotice = emptyNotice();
        VBox.setVgrow(grid, Priority.ALWAYS);
        getChildren().add(grid);
        updateCards();
    }

    private boolean matches(MapCase mapCase) {
        List<String> keys = List.of(mapCase.rates().key(), mapCase.batchSizes().key());
        CaseText text = new CaseText(messages.texts());
        MapCaseText words = new MapCaseText(messages.texts());
        return lab.caseFilter()
                .matchesQuestion(
                        keys,
                        String.join(
                                " ",
                                mapCase.name(),
                                words.title(mapCase),
                                words.subject(mapCase),
                                words.report(mapCase).question(),
                                text.key(keys.get(0)),
                                text.key(keys.get(1))));
    }

    private Node userDataCard() {
        Label title = new Label();
        title.textProperty().bind(messages.bind("cases.own"));
        title.getStyleClass().add("card-title");
        WrappedText how = new WrappedText(messages.bind("cases.own.how"), "muted");
        how.setAlignment(Pos.CENTER);
        Button choose = new Button();
        choose.setId("cases-own-choose");
        choose.textProperty().bind(messages.bind("cases.own.choose"));
        choose.setGraphic(Icons.icon("fth-folder"));
        choose.setOnAction(
                event -> context.files().open(FilePicker.FileType.TABLE).ifPresent(openTable));
        Hints.withHint(choose, messages.bind("cases.own.choose.hint"));
        ReadOnlyObjectProperty<@Nullable CsvPreview> preview = lab.userData().previewProperty();
        Button back = new Button();
        back.setId("cases-own-resume");
        back.textProperty().bind(messages.compute(() -> backText(preview.get()), preview));
        back.setGraphic(Icons.icon("fth-arrow-right"));
        back.setOnAction(event -> lab.showTable());
        back.visibleProperty().bind(preview.isNotNull());
        back.managedProperty().bind(back.visibleProperty());
        Hints.withHint(back, messages.bind("cases.own.back.hint"));
        Node icon = Icons.icon("fth-upload");
        icon.getStyleClass().add("case-upload");
        VBox box = new VBox(10, icon, title, how, back, choose);
        box.setId("cases-own-card");
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("case-own");
        return box;
    }

    private String backText(@Nullable CsvPreview preview) {
        return preview == null
                ? ""
                : messages.get("cases.own.back", String.valueOf(preview.file().getFileName()));
    }

    private ChartCardView<SeedsChart.Model> guide() {
        ChartCardView<SeedsChart.Model> view = context.chartCard(
                "cases-guide", new SeedsChart(context.appearance().chartTheme()), "cases.guide");
        ChartCard card = view.card();
        card.getStyleClass().add("case-guide");
        card.addBelow(new VBox(
                6,
                new WrappedText(
                        messages.compute(
                                () -> messages.get("cases.guide.points", Integer.toString(lab.seeds())),
                                lab.caseFilter().seedsProperty()),
                        "small"),
                new WrappedText(messages.bind("cases.guide.overlap"), "small")));
        return view;
    }

    private Node emptyNotice() {
        WrappedText text = new WrappedText(messages.bind("cases.none"), "muted");
        text.setAlignment(Pos.CENTER);
        Button all = new Button();
        all.setId("cases-show-all");
        all.textProperty().bind(messages.bind("cases.showAll"));
        all.setOnAction(event -> {
            lab.caseFilter().queryProperty().set("");
            lab.caseFilter().taskProperty().set(TaskFilter.ALL);
            lab.caseFilter().tunedProperty().set(CaseFilter.ANY_KEY);
            lab.undo().settle();
        });
        Hints.withHint(all, messages.bind("cases.showAll.hint"));
        VBox box = new VBox(text, all);
        box.setId("cases-none");
        box.getStyleClass().addAll("empty-state", "case-own");
        return box;
    }

    private void updateGuide() {
        guide.show(new SeedsChart.Model(
                List.of(new SeedsChart.Row("", 0, EXAMPLE_SCORES)),
                100,
                "",
                true,
                true,
                new SeedsChart.PartNames(
                        messages.get("cases.guide.median"),
                        messages.get("cases.guide.least"),
                        messages.get("cases.guide.greatest"),
                        messages.get("cases.guide.band"))));
    }

    List<ChartCard> charts() {
        return allCards().map(GalleryCard::card).toList();
    }

    /** The cards of the user's cases, the newest first; creates those that are missing. */
    private List<CaseCard> userCards() {
        return lab.userCases().stream()
                .map(user -> userCards.computeIfAbsent(user, each -> {
                    CaseCard card = new CaseCard(context, lab, each.workedCase());
                    card.card().setActive(active);
                    return card;
                }))
                .toList();
    }

    private Stream<GalleryCard<?>> allCards() {
        return Stream.of(userCards(), cards, mapCards).flatMap(List::stream);
    }

    /** Updates the list of cards after a change of the filters or the sort order. */
    void updateCards() {
        List<Node> nodes = new ArrayList<>();
        userCards().stream()
                .filter(card -> lab.caseFilter().matches(card.workedCase(), messages.texts()))
                .forEach(card -> nodes.add(card.card()));
        lab.caseFilter()
                .filteredCases(messages.texts())
                .forEach(workedCase -> cards.stream()
                        .filter(card -> card.workedCase().equals(workedCase))
                        .forEach(card -> nodes.add(card.card())));
        mapCards.stream().filter(card -> matches(card.mapCase())).forEach(card -> nodes.add(card.card()));
        if (nodes.isEmpty()) {
            nodes.add(emptyNotice);
        }
        nodes.add(0, guide.card());
        nodes.add(userDataCard);
        grid.show(nodes);
    }

    /** Updates the scores. */
    void show() {
        allCards().forEach(GalleryCard::show);
    }

    void applyLanguage() {
        updateGuide();
        updateCards();
        show();
    }

    void setActive(boolean newActive) {
        active = newActive;
        charts().forEach(card -> card.setActive(active));
        guide.card().setActive(active);
    }
}
