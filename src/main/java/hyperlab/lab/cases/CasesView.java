package hyperlab.lab.cases;

import hyperlab.cases.Case;
import hyperlab.file.BundledCases;
import hyperlab.file.Document;
import hyperlab.lab.Lab;
import hyperlab.lab.LabContext;
import hyperlab.lab.LabName;
import hyperlab.lab.LabParts;
import hyperlab.ui.Messages;
import hyperlab.ui.control.chart.ChartCard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The Cases lab: results before and after tuning on real data and on user data. FX thread only. */
public final class CasesView implements Lab {
    private final CasesViewModel model;
    private final CaseGallery gallery;
    private final CasePage casePage;
    private final UserDataPage userDataPage;
    private final StackPane stage = new StackPane();
    private final LabParts parts;
    private boolean onStage;

    public CasesView(LabContext context) {
        this(context, BundledCases.all());
    }

    CasesView(LabContext context, List<Case> cases) {
        Messages messages = context.messages();
        model = new CasesViewModel(cases, context.workers(), context.pulses(), context::showError);
        gallery = new CaseGallery(context, model);
        casePage = new CasePage(context, model);
        userDataPage = new UserDataPage(context, model);
        stage.setId("cases-stage");
        stage.getStyleClass().add("cases-lab");
        parts = new LabParts(
                messages.compute(() -> subtitle(messages), model.viewStateProperty(), model.openCaseProperty()),
                new CasesControls(context, model),
                stage,
                null,
                model.playback(),
                model.undo(),
                CasesControls.footer(context, model));
        EventHandler<KeyEvent> escape = this::handleEscape;
        stage.sceneProperty().addListener((observed, before, now) -> {
            if (before != null) {
                before.removeEventHandler(KeyEvent.KEY_PRESSED, escape);
            }
            if (now != null) {
                now.addEventHandler(KeyEvent.KEY_PRESSED, escape);
            }
        });
        CaseFilter caseFilter = model.caseFilter();
        InvalidationListener arrange = observed -> gallery.updateCards();
        Stream.<Observable>of(
                        caseFilter.queryProperty(),
                        caseFilter.taskProperty(),
                        caseFilter.tunedProperty(),
                        caseFilter.orderProperty())
                .forEach(property -> property.addListener(arrange));
        InvalidationListener show = observed -> showScores();
        Stream.<Observable>of(
                        caseFilter.seedsProperty(),
                        caseFilter.pointsProperty(),
                        caseFilter.bandProperty(),
                        model.rerun().stateProperty())
                .forEach(property -> property.addListener(show));
        model.viewStateProperty().addListener((observed, before, now) -> pageChanged());
        messages.languageProperty().addListener((observed, before, now) -> {
            gallery.applyLanguage();
            casePage.show();
            userDataPage.show();
        });
        context.appearance().addStyleListener(() -> {
            gallery.applyStyle();
            casePage.applyStyle();
            userDataPage.applyStyle();
        });
        pageChanged();
    }

    private String subtitle(Messages messages) {
        CasesViewModel.OpenCase opened = model.openCaseProperty().get();
        return switch (model.viewStateProperty().get()) {
            case GALLERY -> messages.get("cases.subtitle");
            case CASE -> opened == null ? "" : new CaseText(messages.texts()).name(opened.workedCase());
            case OWN -> messages.get("cases.own");
        };
    }

    /** The view model of the lab. */
    CasesViewModel model() {
        return model;
    }

    private void handleEscape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && onStage && model.showGallery()) {
            event.consume();
        }
    }

    private void pageChanged() {
        Node shown = switch (model.viewStateProperty().get()) {
            case GALLERY -> gallery;
            case CASE -> casePage;
            case OWN -> userDataPage;
        };
        stage.getChildren().setAll(shown);
        updateActiveCharts();
    }

    private void updateActiveCharts() {
        CasesViewModel.CasesPage page = model.viewStateProperty().get();
        gallery.setActive(onStage && page == CasesViewModel.CasesPage.GALLERY);
        casePage.setActive(onStage && page == CasesViewModel.CasesPage.CASE);
        userDataPage.setActive(onStage && page == CasesViewModel.CasesPage.OWN);
    }

    private void showScores() {
        gallery.show();
        casePage.showScores();
    }

    @Override
    public LabName name() {
        return LabName.CASES;
    }

    @Override
    public LabParts parts() {
        return parts;
    }

    @Override
    public List<ChartCard> charts() {
        return switch (model.viewStateProperty().get()) {
            case GALLERY -> gallery.charts();
            case CASE -> casePage.charts();
            case OWN -> new ArrayList<>(userDataPage.charts());
        };
    }

    @Override
    public Document document() {
        return model.document();
    }

    @Override
    public void open(Document document, @Nullable Path folder) {
        model.open(document, folder);
    }

    @Override
    public boolean handleDrop(Path file) {
        if (!CasesViewModel.isTable(file)) {
            return false;
        }
        model.openTable(file);
        return true;
    }

    @Override
    public void setOnStage(boolean nowOnStage) {
        onStage = nowOnStage;
        updateActiveCharts();
    }

    @Override
    public void close() {
        model.stopAll();
    }
}
