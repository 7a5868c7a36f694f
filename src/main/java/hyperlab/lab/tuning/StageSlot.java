package hyperlab.lab.tuning;

import hyperlab.ui.Messages;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.chart.ChartCard;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/** A place on the stage for one of several cards, with a menu in the header of each that shows another. FX thread only. */
final class StageSlot {
    private final List<ChartCard> cards;
    private final ReadOnlyObjectWrapper<ChartCard> shown;

    /** @param cards the first one is shown first */
    StageSlot(Messages messages, ChartCard... cards) {
        this.cards = List.of(cards);
        shown = new ReadOnlyObjectWrapper<>(this, "shown", cards[0]);
        for (ChartCard card : cards) {
            card.visibleProperty().bind(shown.isEqualTo(card));
            card.managedProperty().bind(card.visibleProperty());
            card.addToHeader(menu(messages, card));
        }
    }

    private MenuButton menu(Messages messages, ChartCard card) {
        MenuButton menu = new MenuButton();
        menu.setId(card.getId() + "-choose");
        menu.getStyleClass().addAll("icon-button", "chart-chooser");
        menu.setGraphic(Icons.icon("fth-layout"));
        Icons.addTooltip(menu, messages.bind("stage.choose"));
        for (ChartCard other : cards) {
            MenuItem item = new MenuItem();
            item.setId(menu.getId() + "-" + other.getId());
            item.setDisable(other == card);
            item.setOnAction(event -> show(other));
            menu.addEventHandler(MenuButton.ON_SHOWING, event -> item.setText(other.title()));
            menu.getItems().add(item);
        }
        return menu;
    }

    List<ChartCard> cards() {
        return cards;
    }

    void show(ChartCard card) {
        shown.set(card);
    }

    ReadOnlyObjectProperty<ChartCard> shownProperty() {
        return shown.getReadOnlyProperty();
    }
}
