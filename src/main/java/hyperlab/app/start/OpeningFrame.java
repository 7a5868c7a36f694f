package hyperlab.app.start;

import hyperlab.app.panel.ControlsPanel;
import hyperlab.app.panel.InsightPanel;
import hyperlab.lab.FirstPicture;
import hyperlab.lab.LabName;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.ui.Theme;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.chart.ChartView;
import hyperlab.ui.control.chart.StageGrid;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.geometry.Side;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What the window shows until its first lab is built: the rail, the title and the empty panels, where the lab will show
 * them. It has no controls and no style sheet, so the toolkit shows it long before it has loaded the theme. FX thread
 * only.
 */
public final class OpeningFrame extends HBox {
    private static final String FONT = "Pretendard";
    private static final double RAIL_WIDTH = 76;
    private static final double RAIL_BUTTON_HEIGHT = 58;
    private static final double TOP_BAR_HEIGHT = 48;
    private static final double PLAYBACK_HEIGHT = 64;

    /** The labs whose stage takes up the space of the right panel and the playback bar. */
    private static final Set<LabName> WITHOUT_INSIGHT = Set.of(LabName.CASES, LabName.LEARN);

    /** What is around the chart of a card: on the sides, above, with the title, and below. */
    private static final Insets CARD_INSETS = new Insets(39, 12, 8, 12);

    private static final double CARD_RADIUS = 6;
    private static final double TITLE_SIZE = 14;
    private static final double TITLE_CENTER = 21;

    private final Colors colors;
    private final Pane stage;

    /** The theme's colors, as its style sheet has them. */
    record Colors(Color text, Color muted, Color ground, Color rail, Color stage, Color border) {
        static final Colors LIGHT = of("#24292f", "#57606a", "#ffffff", "#f6f8fa", "#f6f8fa", "#d0d7de");
        static final Colors DARK = of("#c9d1d9", "#8b949e", "#0d1117", "#161b22", "#010409", "#30363d");

        static Colors of(Theme theme) {
            return theme == Theme.DARK ? DARK : LIGHT;
        }

        private static Colors of(String text, String muted, String ground, String rail, String stage, String border) {
            return new Colors(
                    Color.web(text),
                    Color.web(muted),
                    Color.web(ground),
                    Color.web(rail),
                    Color.web(stage),
                    Color.web(border));
        }
    }

    /**
     * @param labs the buttons of the rail
     * @param first the lab that is being built
     * @param panels whether the panels of the lab will be next to its stage
     */
    public OpeningFrame(Theme theme, Language language, List<LabName> labs, LabName first, boolean panels) {
        colors = Colors.of(theme);
        Texts texts = Texts.in(language);
        setId("opening-frame");
        stage = area("opening-stage", colors.stage(), Insets.EMPTY);
        HBox.setHgrow(stage, Priority.ALWAYS);
        HBox middle = new HBox(stage);
        VBox.setVgrow(middle, Priority.ALWAYS);
        VBox body = new VBox(topBar(texts.get(first.titleKey())), middle);
        HBox.setHgrow(body, Priority.ALWAYS);
        if (panels) {
            middle.getChildren()
                    .add(0, column("opening-controls", ControlsPanel.WIDTH, ControlsPanel.NARROW_WIDTH, Side.RIGHT));
        }
        if (panels && hasInsight(first)) {
            middle.getChildren()
                    .add(column("opening-insight", InsightPanel.WIDTH, InsightPanel.STRIP_WIDTH, Side.LEFT));
            Region playback = area("opening-playback", colors.ground(), new Insets(1, 0, 0, 0));
            setHeight(playback, PLAYBACK_HEIGHT);
            body.getChildren().add(playback);
        }
        getChildren().addAll(rail(labs, texts), body);
    }

    /**
     * Shows the first chart of the lab where the lab will show it.
     *
     * @return whether it is shown; otherwise its place is not known yet
     */
    public boolean show(FirstPicture picture) {
        Optional<Rectangle2D> place = picture.place().on(stage.getWidth(), stage.getHeight(), getHeight());
        place.ifPresent(at -> {
            ChartView chart = new ChartView(picture.first().chart());
            Text title = text(picture.title(), FontWeight.BOLD, TITLE_SIZE, colors.text());
            title.setTextOrigin(VPos.CENTER);
            title.setX(CARD_INSETS.getLeft());
            title.setY(TITLE_CENTER);
            Pane card = new Pane(title, chart);
            card.getChildren().forEach(part -> part.setManaged(false));
            card.setManaged(false);
            card.setId("opening-card");
            card.setBackground(new Background(
                    new BackgroundFill(colors.border(), new CornerRadii(CARD_RADIUS), Insets.EMPTY),
                    new BackgroundFill(colors.ground(), new CornerRadii(CARD_RADIUS - 1), new Insets(1))));
            stage.getChildren().setAll(card);
            card.resizeRelocate(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
            chart.resizeRelocate(
                    CARD_INSETS.getLeft(),
                    CARD_INSETS.getTop(),
                    at.getWidth() - CARD_INSETS.getLeft() - CARD_INSETS.getRight(),
                    at.getHeight() - CARD_INSETS.getTop() - CARD_INSETS.getBottom());
        });
        return place.isPresent();
    }

    /** Whether a right panel and a playback bar will be around the stage of a lab. */
    public static boolean hasInsight(LabName lab) {
        return !WITHOUT_INSIGHT.contains(lab);
    }

    private Node rail(List<LabName> labs, Texts texts) {
        VBox rail = new VBox(4);
        rail.setId("opening-rail");
        rail.setAlignment(Pos.TOP_CENTER);
        rail.setPadding(new Insets(8, 1, 8, 2));
        rail.setBackground(background(colors.rail(), new Insets(0, 1, 0, 0)));
        setWidth(rail, RAIL_WIDTH);
        for (LabName lab : labs) {
            FontIcon icon = Icons.icon(lab.icon());
            icon.setIconSize(20);
            icon.setIconColor(colors.muted());
            VBox button =
                    new VBox(6, icon, text(texts.get(lab.shortTitleKey()), FontWeight.NORMAL, 12, colors.muted()));
            button.setAlignment(Pos.CENTER);
            setHeight(button, RAIL_BUTTON_HEIGHT);
            rail.getChildren().add(button);
        }
        return rail;
    }

    private Node topBar(String title) {
        HBox bar = new HBox(text(title, FontWeight.BOLD, 18, colors.text()));
        bar.setId("opening-top-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setPadding(new Insets(0, 12, 0, 16));
        bar.setBackground(background(colors.ground(), new Insets(0, 0, 1, 0)));
        setHeight(bar, TOP_BAR_HEIGHT);
        return bar;
    }

    private Region column(String id, double wide, double narrow, Side border) {
        Insets insets = border == Side.LEFT ? new Insets(0, 0, 0, 1) : new Insets(0, 1, 0, 0);
        Region column = area(id, colors.ground(), insets);
        setWidth(column, wide);
        widthProperty()
                .addListener((observed, before, now) ->
                        setWidth(column, now.doubleValue() < StageGrid.WIDE_WIDTH ? narrow : wide));
        return column;
    }

    private Pane area(String id, Color color, Insets border) {
        Pane area = new Pane();
        area.setId(id);
        area.setBackground(background(color, border));
        return area;
    }

    private Background background(Color color, Insets border) {
        return new Background(
                new BackgroundFill(colors.border(), CornerRadii.EMPTY, Insets.EMPTY),
                new BackgroundFill(color, CornerRadii.EMPTY, border));
    }

    private static Text text(String words, FontWeight weight, double size, Color color) {
        Text text = new Text(words);
        text.setFont(Font.font(FONT, weight, size));
        text.setFill(color);
        return text;
    }

    private static void setWidth(Region region, double width) {
        region.setMinWidth(width);
        region.setPrefWidth(width);
        region.setMaxWidth(width);
    }

    private static void setHeight(Region region, double height) {
        region.setMinHeight(height);
        region.setPrefHeight(height);
        region.setMaxHeight(height);
    }
}
