package hyperlab.app.lesson;

import hyperlab.lab.HidesResults;
import hyperlab.lab.Lab;
import hyperlab.lab.LabContext;
import hyperlab.lesson.Step;
import hyperlab.lesson.readout.LabControls;
import hyperlab.lesson.readout.LessonLab;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.StageGrid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Lies over the stage during a lesson: covers the hidden parts, and draws a ring around the part to look at. */
final class LessonCovers extends Pane {
    private static final PseudoClass MARK = PseudoClass.getPseudoClass("mark");

    private final LabContext context;
    private final LessonPlayerViewModel player;
    private final Lab lab;
    private final LessonLab lessonLab;
    private final RingMark ringMark;
    private List<Node> covered = List.of();
    private List<Node> ringed = List.of();
    private final Map<StageGrid, FittedCards> fitted = new HashMap<>();

    /**
     * What a stage shows first.
     *
     * @param only whether it shows nothing else if it is narrow
     */
    private record FittedCards(List<Node> subject, boolean only) {}

    LessonCovers(LabContext context, LessonPlayerViewModel player, Lab lab, LessonLab lessonLab) {
        this.context = context;
        this.player = player;
        this.lab = lab;
        this.lessonLab = lessonLab;
        ringMark = new RingMark(context.appearance());
        setId("lesson-covers");
        setPickOnBounds(false);
        setManaged(true);
    }

    /** Places the covers again; called at each pulse in which the stage may have been laid out. */
    void update() {
        fitStage();
        Set<String> hiddenByLab =
                lab.feature(HidesResults.class).map(HidesResults::hiddenParts).orElse(Set.of());
        List<Node> nowCovered = nodes(player.state().hidden().stream()
                .filter(part -> !hiddenByLab.contains(part))
                .toList());
        String ring = !player.state().isFinished() && player.state().step() instanceof Step.Observe observe
                ? observe.ring()
                : null;
        List<Node> nowRinged = ring == null ? List.of() : nodes(List.of(ring));
        if (!nowCovered.equals(covered) || !nowRinged.equals(ringed)) {
            covered = nowCovered;
            ringed = nowRinged;
            getChildren().clear();
            covered.forEach(node -> getChildren().add(cover()));
            ringed.forEach(node -> getChildren().add(ring()));
        }
        for (int k = 0; k < covered.size(); k++) {
            place((Region) getChildren().get(k), covered.get(k));
        }
        for (int k = 0; k < ringed.size(); k++) {
            Region over = (Region) getChildren().get(covered.size() + k);
            Node around = ringed.get(k);
            Optional<Bounds> mark = ringMark.place(player.state(), around);
            over.pseudoClassStateChanged(MARK, mark.isPresent());
            mark.ifPresentOrElse(bounds -> place(over, sceneToLocal(bounds)), () -> place(over, around));
        }
    }

    /** Shows only what fits, beginning with the part that the step is about. */
    private void fitStage() {
        List<Node> subject = new ArrayList<>();
        subject.addAll(nodes(player.state().subjectParts()));
        boolean only = player.state().showsOnlySubject();
        grids(lab.parts().stage()).forEach(grid -> {
            FittedCards wanted = new FittedCards(subject, only);
            if (!wanted.equals(fitted.put(grid, wanted))) {
                grid.fit(card -> subject.stream().anyMatch(node -> isInside(node, card)), only);
                // What is hidden is covered where it is now, not where it was.
                lab.parts().stage().layout();
            }
        });
    }

    /** The cards on the stage that no cover lies on, those that the step is about first. */
    List<ChartCard> shownCards() {
        Region stage = lab.parts().stage();
        Bounds room = stage.localToScene(stage.getLayoutBounds());
        List<Node> subject = nodes(player.state().subjectParts());
        return lab.charts().stream()
                .filter(card -> card.getScene() != null && isShown(card))
                .filter(card -> room.intersects(card.localToScene(card.getLayoutBounds())))
                .filter(card -> covered.stream().noneMatch(node -> isInside(card, node) || isInside(node, card)))
                .sorted(Comparator.comparing(
                        card -> subject.stream().noneMatch(node -> isInside(node, card) || isInside(card, node))))
                .toList();
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInside(Node node, Node card) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == card) {
                return true;
            }
        }
        return false;
    }

    private static List<StageGrid> grids(Node node) {
        if (node instanceof StageGrid grid) {
            return List.of(grid);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> grids(child).stream())
                        .toList()
                : List.of();
    }

    /** Shows all cards again. */
    void release() {
        fitted.keySet().forEach(StageGrid::showAll);
        fitted.clear();
    }

    private void place(Region over, Node node) {
        place(over, sceneToLocal(node.localToScene(node.getLayoutBounds())));
    }

    private static void place(Region over, Bounds bounds) {
        over.resizeRelocate(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    }

    private Region cover() {
        WrappedText text = new WrappedText(context.messages().bind("player.hidden"), "muted");
        text.setMaxWidth(Region.USE_PREF_SIZE);
        text.setAlignment(Pos.CENTER);
        VBox box = new VBox(8, Icons.icon("fth-eye-off"), text);
        box.setAlignment(Pos.CENTER);
        StackPane cover = new StackPane(box);
        cover.getStyleClass().addAll("stage-card", "lesson-cover");
        cover.setManaged(false);
        return cover;
    }

    private static Region ring() {
        Region ring = new Region();
        ring.getStyleClass().add("lesson-ring");
        ring.setManaged(false);
        ring.setMouseTransparent(true);
        return ring;
    }

    private List<Node> nodes(List<String> parts) {
        List<Node> nodes = new ArrayList<>();
        for (LabControls.Part part : LabControls.stageParts(lessonLab)) {
            if (parts.contains(part.name())) {
                collect(lab.parts().stage(), part.nodeId(), nodes);
            }
        }
        return nodes;
    }

    private static void collect(Node node, String id, List<Node> found) {
        if (!node.isVisible()) {
            return;
        }
        String own = node.getId();
        if (own != null && (own.equals(id) || (id.endsWith("-") && own.startsWith(id)))) {
            found.add(node);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, id, found));
        }
    }
}
