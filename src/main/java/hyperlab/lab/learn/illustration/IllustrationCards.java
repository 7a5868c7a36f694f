package hyperlab.lab.learn.illustration;

import hyperlab.file.Document;
import hyperlab.lab.LabContext;
import hyperlab.learn.Block;
import hyperlab.learn.LearnPage;
import hyperlab.learn.LearnPages;
import hyperlab.ui.control.chart.ChartCard;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cards of all charts seen so far. A card is created when its page is first opened. */
public final class IllustrationCards {
    private final LabContext context;
    private final Map<String, IllustrationCard<?, ?>> cardsByName = new LinkedHashMap<>();

    public IllustrationCards(LabContext context) {
        this.context = context;
    }

    public Map<String, ChartCard> chartCards(List<String> names) {
        Map<String, ChartCard> cards = new LinkedHashMap<>();
        names.forEach(name -> cards.put(name, card(name).card()));
        return cards;
    }

    public List<ChartCard> cards(List<String> names) {
        return List.copyOf(chartCards(names).values());
    }

    /** The number in the text of a page that changes this chart. */
    public ChartNumber number(String name) {
        return card(name).number().orElseThrow(() -> new IllegalArgumentException(name + " has no number"));
    }

    /** The document with the settings of a card's chart. */
    public Optional<Document> settingsDocument(ChartCard card) {
        return cardsByName.values().stream()
                .filter(picture -> picture.card().equals(card))
                .map(IllustrationCard::settingsDocument)
                .findFirst();
    }

    /** Returns whether all of these charts show their results. */
    public boolean areComputed(List<String> names) {
        return names.stream().allMatch(name -> card(name).isComputed());
    }

    /** Activates these cards and deactivates all others. */
    public void setActive(List<String> names) {
        names.forEach(this::card);
        cardsByName.forEach((name, picture) -> picture.setActive(names.contains(name)));
    }

    private IllustrationCard<?, ?> card(String name) {
        return cardsByName.computeIfAbsent(name, key -> card(key, Illustrations.create(key, context)));
    }

    private <R, M> IllustrationCard<R, M> card(String name, Illustration<R, M> illustration) {
        return new IllustrationCard<>(context, name, illustration, () -> block(name));
    }

    private Block.ChartBlock block(String name) {
        return LearnPages.all(context.messages().languageProperty().get()).stream()
                .map(LearnPage::charts)
                .flatMap(List::stream)
                .filter(picture -> picture.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
