package hyperlab.app.cases;

import hyperlab.app.FilePicker;
import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.control.ChartCard;
import hyperlab.app.control.Hints;
import hyperlab.app.control.Icons;
import hyperlab.app.control.WrappedText;
import hyperlab.chart.SeedsChart;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The gallery: a card for each case that matches the filters, one for user data, and one that explains how to read the
 * charts.
 */
final class Gallery extends VBox {
    private static final double[] EXAMPLE = {0, 14, 37, 46, 49, 58, 63, 71, 86, 100};

    private final LabContext context;
    private final Messages messages;
    private final CasesViewModel lab;
    private final CardGrid grid;
    private final List<GalleryCard> cards;
    private final Node own;
    private final SeedsChart key;
    private final ChartCard guide;
    private final Node none;

    Gallery(LabContext context, CasesViewModel lab) {
        this.context = context;
        this.messages = context.messages();
        this.lab = lab;
        grid = new CardGrid("cases-grid", context.appearance());
        cards = lab.shelf().all().stream()
                .map(one -> new GalleryCard(context, lab, one))
                .toList();
        own = own();
        key = new SeedsChart(context.appearance().chartTheme());
        guide = guide();
        none = none();
        VBox.setVgrow(grid, Priority.ALWAYS);
        getChildren().add(grid);
        arrange();
    }

    private Node own() {
        Label title = new Label();
        title.textProperty().bind(messages.bind("cases.own"));
        title.getStyleClass().add("card-title");
        WrappedText how = new WrappedText(messages.bind("cases.own.how"), "muted");
        how.setAlignment(Pos.CENTER);
        Button choose = new Button();
        choose.setId("cases-own-choose");
        choose.textProperty().bind(messages.bind("cases.own.choose"));
        choose.setGraphic(Icons.icon("fth-folder"));
        choose.setOnAction(event -> context.files().open(FilePicker.FileType.TABLE).ifPresent(lab::take));
        Hints.withHint(choose, messages.bind("cases.own.choose.hint"));
        Node icon = Icons.icon("fth-upload");
        icon.getStyleClass().add("case-upload");
        VBox box = new VBox(10, icon, title, how, choose);
        box.setId("cases-own-card");
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("case-own");
        return box;
    }

    private ChartCard guide() {
        ChartCard card = new ChartCard(
                "cases-guide", messages, messages.bind("cases.guide"), messages.bind("cases.guide.how"), key.chart());
        card.getStyleClass().add("case-guide");
        card.addBelow(new VBox(
                6,
                new WrappedText(
                        messages.compute(
                                () -> messages.get("cases.guide.points", Integer.toString(lab.seeds())),
                                lab.shelf().seeds()),
                        "small"),
                new WrappedText(messages.bind("cases.guide.overlap"), "small")));
        explain();
        return card;
    }

    private Node none() {
        WrappedText words = new WrappedText(messages.bind("cases.none"), "muted");
        words.setAlignment(Pos.CENTER);
        Button all = new Button();
        all.setId("cases-show-all");
        all.textProperty().bind(messages.bind("cases.showAll"));
        all.setOnAction(event -> {
            lab.shelf().query().set("");
            lab.shelf().task().set(TaskFilter.ALL);
            lab.shelf().tuned().set(Shelf.ANY);
            lab.undo().settle();
        });
        Hints.withHint(all, messages.bind("cases.showAll.hint"));
        VBox box = new VBox(words, all);
        box.setId("cases-none");
        box.getStyleClass().addAll("empty-state", "case-own");
        return box;
    }

    private void explain() {
        key.show(new SeedsChart.Picture(
                List.of(new SeedsChart.Row("", 0, EXAMPLE)),
                100,
                "",
                true,
                true,
                new SeedsChart.Key(
                        messages.get("cases.guide.median"),
                        messages.get("cases.guide.least"),
                        messages.get("cases.guide.greatest"),
                        messages.get("cases.guide.band"))));
    }

    List<ChartCard> charts() {
        return cards.stream().map(GalleryCard::card).toList();
    }

    /** Updates the list of cards after a change of the filters or the sort order. */
    void arrange() {
        List<Node> nodes = new ArrayList<>();
        lab.shelf()
                .shown(messages.texts())
                .forEach(one ->
                        cards.stream().filter(card -> card.one().equals(one)).forEach(card -> nodes.add(card.card())));
        if (nodes.isEmpty()) {
            nodes.add(none);
        }
        nodes.add(own);
        nodes.add(guide);
        grid.show(nodes);
    }

    /** Updates the scores. */
    void show() {
        cards.forEach(GalleryCard::show);
    }

    void relabel() {
        explain();
        arrange();
        show();
    }

    void restyle() {
        key.style(context.appearance().chartStyle());
        cards.forEach(GalleryCard::restyle);
    }

    void active(boolean active) {
        cards.forEach(card -> card.card().setActive(active));
        guide.setActive(active);
    }
}
