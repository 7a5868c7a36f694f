package hyperlab.lab.activation;

import hyperlab.activation.ActivationTopic;
import hyperlab.lab.LabContext;
import java.util.List;
import javafx.scene.layout.VBox;

/** A race: the same network trained with seven activation functions. */
final class RaceTopicView implements TopicView {
    private final LabContext context;
    private final ActivationViewModel model;
    private final VBox controls = new VBox(16);
    private final StudyInsight insight;
    private final ScoredStudyStage stage;

    RaceTopicView(LabContext context, ActivationViewModel model) {
        this.context = context;
        this.model = model;
        ActivationControlFactory controlFactory = new ActivationControlFactory(context, model);
        stage = new ScoredStudyStage(
                context,
                controlFactory,
                ActivationTopic.RACE,
                "activation-race-loss",
                () -> presenter().lossModel(),
                () -> presenter().scoreModel());
        insight = new StudyInsight(
                context,
                model,
                "activation-race",
                List.of("activation.table.function", "activation.race.column.loss", "activation.race.column.score"),
                0);
        controls.setId("activation-race-controls");
        controls.getChildren()
                .addAll(
                        controlFactory.runButton("activation-run", ActivationTopic.RACE),
                        controlFactory.trainingSection(
                                "activation-race",
                                ActivationControlFactory.SOURCES,
                                model.settings().race(),
                                "activation.learningRate",
                                true));
    }

    private RacePresenter presenter() {
        return new RacePresenter(
                StudyContext.of(model, context.messages().texts()),
                model.studies().race().statusProperty().get());
    }

    @Override
    public Panels panels() {
        return new Panels(controls, stage.grid(), insight, stage.cards());
    }

    @Override
    public void show() {
        RacePresenter presenter = presenter();
        StudyContext studyContext = presenter.context();
        stage.show(
                studyContext,
                presenter.status(),
                studyContext.text("activation.race.how"),
                presenter.lossModel(),
                presenter.scoreModel());
        insight.show(presenter.insight(() -> model.topicProperty().set(ActivationTopic.DEPTH)));
    }
}
