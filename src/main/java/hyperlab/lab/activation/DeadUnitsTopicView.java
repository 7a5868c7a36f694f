package hyperlab.lab.activation;

import hyperlab.activation.ActivationTopic;
import hyperlab.lab.LabContext;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Section;
import java.util.List;
import javafx.scene.layout.VBox;

/** The number of dead ReLUs by learning rate, compared with Leaky ReLU. */
final class DeadUnitsTopicView implements TopicView {
    private final LabContext context;
    private final ActivationViewModel model;
    private final VBox controls = new VBox(16);
    private final StudyInsight insight;
    private final ScoredStudyStage stage;

    DeadUnitsTopicView(LabContext context, ActivationViewModel model) {
        this.context = context;
        this.model = model;
        Messages messages = context.messages();
        ActivationControlFactory controlFactory = new ActivationControlFactory(context, model);
        stage = new ScoredStudyStage(
                context,
                controlFactory,
                ActivationTopic.DEAD,
                "activation-dead-units",
                () -> presenter().deadModel(),
                () -> presenter().scoreModel());
        insight = new StudyInsight(
                context,
                model,
                "activation-dead",
                List.of(
                        "activation.table.function",
                        "activation.dead.column.share",
                        "activation.dead.column.score",
                        "activation.dead.column.diverged"),
                2);
        controls.setId("activation-dead-controls");
        controls.getChildren()
                .addAll(
                        controlFactory.runButton("activation-run", ActivationTopic.DEAD),
                        controlFactory.trainingSection(
                                "activation-dead",
                                ActivationControlFactory.SOURCES,
                                model.settings().dead(),
                                "activation.dead.largest",
                                true),
                        new Section(
                                messages.bind("activation.constants"),
                                new ConstantSliders(messages, model.curves()).leakySlope("activation-dead-slope")));
    }

    private DeadUnitsPresenter presenter() {
        return new DeadUnitsPresenter(
                StudyContext.of(model, context.messages().texts()),
                model.studies().dead().statusProperty().get());
    }

    @Override
    public Panels panels() {
        return new Panels(controls, stage.grid(), insight, stage.cards());
    }

    @Override
    public void show() {
        DeadUnitsPresenter presenter = presenter();
        StudyContext studyContext = presenter.context();
        stage.show(
                studyContext,
                presenter.status(),
                studyContext.text("activation.dead.how"),
                presenter.deadModel(),
                presenter.scoreModel());
        insight.show(presenter.insight(this::lowerRate));
    }

    private void lowerRate(double rate) {
        model.undo().settle();
        model.settings().dead().learningRateProperty().set(rate);
        model.run();
    }
}
