package hyperlab.lab.cases;

import hyperlab.cases.Baseline;
import hyperlab.cases.Case;
import hyperlab.data.DataSettings;
import hyperlab.file.BundledCases;
import hyperlab.lab.AcceptsDrop;
import hyperlab.lab.AsksAboutSelection;
import hyperlab.lab.LabContext;
import hyperlab.lab.LabName;
import hyperlab.lab.LabParts;
import hyperlab.lab.LabView;
import hyperlab.ui.Messages;
import hyperlab.ui.control.chart.ChartCard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/** The Cases lab: results before and after tuning on real data and on user data. FX thread only. */
public final class CasesView extends LabView<CaseFilterSettings, CasesViewModel.CasesPage>
        implements AcceptsDrop, AsksAboutSelection {
    private final CasesViewModel model;
    private final CaseGallery gallery;
    private final CasePage casePage;
    private final MapCasePage mapCasePage;
    private final UserDataPage userDataPage;
    private final Consumer<Path> openTable;
    private final StackPane stage = new StackPane();

    public CasesView(LabContext context) {
        this(context, BundledCases.all());
    }

    CasesView(LabContext context, List<Case> cases) {
        this(context, new CasesViewModel(cases, context.workers(), context.pulses(), context::showError));
    }

    private CasesView(LabContext context, CasesViewModel model) {
        super(LabName.CASES, context, model);
        this.model = model;
        Messages messages = context.messages();
        openTable = file -> context.openTable(
                file,
                Baseline.withSplit(DataSettings.DEFAULT),
                stage.getScene() == null ? null : stage.getScene().getWindow(),
                plan -> model.openTable(file, plan));
        gallery = new CaseGallery(context, model, BundledCases.maps(), openTable);
        casePage = new CasePage(context, model);
        mapCasePage = new MapCasePage(context, model);
        userDataPage = new UserDataPage(context, model, openTable);
        stage.setId("cases-stage");
        stage.getStyleClass().add("cases-lab");
        handleKeys(stage, this::handleEscape);
        CaseFilter caseFilter = model.caseFilter();
        InvalidationListener arrange = observed -> gallery.updateCards();
        Stream.<Observable>of(
                        caseFilter.queryProperty(),
                        caseFilter.taskProperty(),
                        caseFilter.tunedProperty(),
                        caseFilter.orderProperty(),
                        model.userCases())
                .forEach(property -> property.addListener(arrange));
        InvalidationListener show = observed -> showScores();
        Stream.<Observable>of(
                        caseFilter.seedsProperty(),
                        caseFilter.pointsProperty(),
                        caseFilter.bandProperty(),
                        model.rerun().stateProperty(),
                        model.mapCase().stateProperty())
                .forEach(property -> property.addListener(show));
        model.viewStateProperty().addListener((observed, before, now) -> pageChanged());
        pageChanged();
        start(new LabParts(
                messages.compute(
                        () -> subtitle(messages),
                        model.viewStateProperty(),
                        model.openCaseProperty(),
                        model.mapCase().openedProperty()),
                new CasesControls(context, model),
                stage,
                null,
                model.playback(),
                model.undo(),
                CasesControls.footer(context, model)));
    }

    /** The page is shown immediately, when it is opened, and its contents follow the view model by themselves. */
    @Override
    protected void show(CasesViewModel.CasesPage page) {}

    @Override
    protected void relabel() {
        gallery.applyLanguage();
        casePage.show();
        mapCasePage.show();
        userDataPage.show();
    }

    private String subtitle(Messages messages) {
        CasesViewModel.OpenCase opened = model.openCaseProperty().get();
        return switch (model.viewStateProperty().get()) {
            case GALLERY -> messages.get("cases.subtitle");
            case CASE -> opened == null ? "" : new CaseText(messages.texts()).name(opened.workedCase());
            case MAP_CASE -> {
                MapCaseViewModel.OpenMapCase openMap =
                        model.mapCase().openedProperty().get();
                yield openMap == null ? "" : new MapCaseText(messages.texts()).title(openMap.mapCase());
            }
            case OWN -> messages.get("cases.own");
        };
    }

    /** The view model of the lab. */
    CasesViewModel model() {
        return model;
    }

    @Override
    public int selectedIndex() {
        return model.viewStateProperty().get() == CasesViewModel.CasesPage.CASE ? 0 : -1;
    }

    private void handleEscape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && model.showGallery()) {
            event.consume();
        }
    }

    private void pageChanged() {
        Node shown = switch (model.viewStateProperty().get()) {
            case GALLERY -> gallery;
            case CASE -> casePage;
            case MAP_CASE -> mapCasePage;
            case OWN -> userDataPage;
        };
        if ((shown == casePage || shown == mapCasePage) && isOnStage()) {
            // The focused card goes away. Its focus would move to a field of the left panel, which consumes Esc.
            stage.requestFocus();
        }
        stage.getChildren().setAll(shown);
        updateActiveCharts();
    }

    @Override
    protected void updateActiveCharts() {
        CasesViewModel.CasesPage page = model.viewStateProperty().get();
        gallery.setActive(isOnStage() && page == CasesViewModel.CasesPage.GALLERY);
        casePage.setActive(isOnStage() && page == CasesViewModel.CasesPage.CASE);
        mapCasePage.setActive(isOnStage() && page == CasesViewModel.CasesPage.MAP_CASE);
        userDataPage.setActive(isOnStage() && page == CasesViewModel.CasesPage.OWN);
    }

    private void showScores() {
        gallery.show();
        casePage.showScores();
        mapCasePage.show();
    }

    @Override
    public List<ChartCard> charts() {
        return switch (model.viewStateProperty().get()) {
            case GALLERY -> gallery.charts();
            case CASE -> casePage.charts();
            case MAP_CASE -> mapCasePage.charts();
            case OWN -> new ArrayList<>(userDataPage.charts());
        };
    }

    @Override
    public boolean openTable(Path file) {
        openTable.accept(file);
        return true;
    }
}
