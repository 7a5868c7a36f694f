package hyperlab.app.learn;

import hyperlab.app.LabContext;
import hyperlab.app.control.ChartCard;
import hyperlab.file.Document;
import hyperlab.learn.Block;
import hyperlab.learn.Page;
import hyperlab.learn.Pages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cards of all charts seen so far. A card is created when its page is first opened. */
final class Pictures {
    private final LabContext context;
    private final Map<String, PictureCard<?>> made = new LinkedHashMap<>();

    Pictures(LabContext context) {
        this.context = context;
    }

    Map<String, ChartCard> named(List<String> names) {
        Map<String, ChartCard> cards = new LinkedHashMap<>();
        names.forEach(name -> cards.put(name, card(name).card()));
        return cards;
    }

    List<ChartCard> cards(List<String> names) {
        return List.copyOf(named(names).values());
    }

    /** The document with the settings of a card's chart. */
    Optional<Document> made(ChartCard card) {
        return made.values().stream()
                .filter(picture -> picture.card().equals(card))
                .map(PictureCard::made)
                .findFirst();
    }

    /** Returns whether all of these charts show their results. */
    boolean areShown(List<String> names) {
        return names.stream().allMatch(name -> card(name).isShown());
    }

    /** Activates these cards and deactivates all others. */
    void active(List<String> names) {
        names.forEach(this::card);
        made.forEach((name, picture) -> picture.active(names.contains(name)));
    }

    private PictureCard<?> card(String name) {
        return made.computeIfAbsent(name, wanted -> card(wanted, Illustrations.named(wanted, context)));
    }

    private <R> PictureCard<R> card(String name, Illustration<R> illustration) {
        return new PictureCard<>(context, name, illustration, () -> block(name));
    }

    private Block.Picture block(String name) {
        return Pages.all(context.messages().language().get()).stream()
                .map(Page::pictures)
                .flatMap(List::stream)
                .filter(picture -> picture.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
