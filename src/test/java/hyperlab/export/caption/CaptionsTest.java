package hyperlab.export.caption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.activation.ActivationConstants;
import hyperlab.activation.ActivationLabSettings;
import hyperlab.activation.ActivationTopic;
import hyperlab.activation.DepthSettings;
import hyperlab.batch.BatchSettings;
import hyperlab.batch.BatchSetup;
import hyperlab.batch.ComparisonBasis;
import hyperlab.batch.TwoWeightModelSettings;
import hyperlab.cases.DefaultComparison;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.DescentSetup.Racer;
import hyperlab.descent.RepeatedNoiseSettings;
import hyperlab.descent.formula.Formula;
import hyperlab.file.Document;
import hyperlab.file.ExperimentOverrides;
import hyperlab.file.optuna.OptunaStudy;
import hyperlab.map.MapAxis;
import hyperlab.map.MapColor;
import hyperlab.map.MapDisplay;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.map.MeanFieldNetwork;
import hyperlab.nn.Activation;
import hyperlab.nn.ActivationSelection;
import hyperlab.optim.Adam;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import hyperlab.playground.PlaygroundExperiment;
import hyperlab.playground.PlaygroundLink;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.text.Version;
import hyperlab.train.BatchSize;
import hyperlab.train.Experiment;
import hyperlab.tune.FunctionTrialFactory;
import hyperlab.tune.SearchDimension;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.SearchSpace;
import hyperlab.tune.TuningObjective;
import hyperlab.tune.TuningStudy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaptionsTest {
    private static final String MADE = "; Hyperlab " + Version.text();

    private static String english(Document document) {
        return Captions.of(document, Texts.in(Language.ENGLISH));
    }

    private static String korean(Document document) {
        return Captions.of(document, Texts.in(Language.KOREAN));
    }

    private static Document training(String... assignments) {
        return new Document.OfExperiment(ExperimentOverrides.with(Experiment.DEFAULT, List.of(assignments)));
    }

    private static Document race(Racer... racers) {
        return new Document.OfDescent(
                new DescentSetup("parabola", Map.of("curvature", 2.0), List.of(-3.2), 20, List.of(racers)));
    }

    @Test
    void describesDrawnPoints() {
        Document document = training("data.source=points", "data.points=[[0,0,0],[1,1,1],[2,0,0]]");
        assertTrue(english(document).startsWith("Drawn points, 3 samples, 80\u00a0% training; "), english(document));
        assertTrue(korean(document).startsWith("그린 점, "), korean(document));
    }

    @Test
    void describesTrainingRun() {
        Document document = training("data.samples=200", "data.noise=0.25", "seed=7");
        assertEquals(
                "Two moons, 200 samples, noise 0.25, 80\u00a0% training; 8–8 ReLU; Adam, η = 0.03, batch size 32,"
                        + " 100 epochs; random seed 7" + MADE,
                english(document));
        assertEquals(
                "두 초승달, 샘플 200개, 잡음 0.25, 훈련 80\u00a0%; 8–8 ReLU; Adam, η = 0.03, 배치 크기 32, 100에포크;" + " 랜덤 시드 7"
                        + MADE,
                korean(document));
    }

    @Test
    void describesAllActiveSettings() {
        assertEquals(
                "Iris, 80\u00a0% training, standardized; no hidden layer, dropout 0.5, ensemble of 3; SGD Nesterov μ = 0.9, η = 0.1,"
                        + " batch size full, 5 epochs, patience 2, L1 0.01, L2 0.001; random seed 42" + MADE,
                english(training(
                        "data.source=iris",
                        "data.standardize=true",
                        "network.hidden=[]",
                        "network.dropout=0.5",
                        "training.optimizer={\"name\":\"sgd\",\"momentum\":0.9,\"nesterov\":true}",
                        "training.learningRate=0.1",
                        "training.batchSize=\"full\"",
                        "training.epochs=5",
                        "training.patience=2",
                        "ensemble=3",
                        "training.penalty.l1=0.01",
                        "training.penalty.l2=0.001")));
    }

    @Test
    void namesTheProximalMethodOnlyIfItActs() {
        String proximal = "training.penalty.method=proximal";
        assertTrue(english(training("training.penalty.l1=0.01", proximal)).contains(", L1 0.01 (proximal)"));
        assertFalse(english(training("training.penalty.l1=0.01")).contains("proximal"));
        assertFalse(english(training("training.penalty.l2=0.01", proximal)).contains("proximal"));
    }

    @Test
    void describesStudy() {
        SearchSpace space = new SearchSpace(List.of(
                new SearchSpace.Hyperparameter("training.learningRate", new SearchDimension.LogDimension(1e-4, 1)),
                new SearchSpace.Hyperparameter(
                        "network.hidden", new SearchDimension.CategoricalDimension(List.of("[8]", "[4,4]")))));
        TuningStudy study = new TuningStudy(
                Experiment.DEFAULT,
                null,
                space,
                SearchMethod.Hyperband.DEFAULT,
                TuningObjective.VALIDATION_LOSS,
                40,
                7,
                2);
        String said = english(new Document.OfStudy(study, List.of()));
        assertTrue(
                said.endsWith(
                        "learning rate 0.0001 … 1 (log), hidden units 8 | 4-4; Hyperband, 40 trials; random seed 7"
                                + MADE),
                said);
        DefaultComparison comparison = new DefaultComparison(
                7, 41, DefaultComparison.Evidence.HELD_OUT, true, List.of(0.3, 0.4, 0.5), List.of(0.2, 0.3, 0.4));
        assertTrue(english(new Document.OfStudy(study, List.of(), 0, comparison))
                .endsWith("random seed 7; the default and trial 7 on test data, each with 3 seeds from 41 on" + MADE));
        TuningStudy function = new TuningStudy(
                null,
                "bowl",
                new FunctionTrialFactory("bowl").space(),
                new SearchMethod.RandomSearch(),
                TuningObjective.VALIDATION_LOSS,
                9,
                1,
                1);
        assertTrue(korean(new Document.OfStudy(function, List.of())).endsWith("무작위 탐색, 시도 9번; 랜덤 시드 1" + MADE));
        Document recorded = OptunaStudy.read(
                        Path.of("src/test/resources/hyperlab/file/optuna/other.journal"), null, null)
                .document();
        assertTrue(english(recorded).contains("values from another program"), english(recorded));
        assertFalse(english(recorded).contains("seed"), english(recorded));
    }

    @Test
    void describesConvolutions() {
        Document one = training(
                "data.source=digits", "network.hidden=[]", "network.convolutions=[{\"filters\": 4, \"stride\": 2}]");
        assertEquals(
                "Digits, 80\u00a0% training; convolution 4 filters 3 × 3 (stride 2, padding 1, pooling 2), ReLU, no hidden"
                        + " layer; Adam, η = 0.03, batch size 32, 100 epochs; random seed 42" + MADE,
                english(one));
        Document two = training("data.source=digits", "network.convolutions=[{}, {\"filters\": 16, \"pool\": 1}]");
        assertEquals(
                "손글씨 숫자, 훈련 80\u00a0%; 합성곱 필터 8개 3 × 3 (스트라이드 1, 패딩 1, 풀링 2), 필터 16개 3 × 3"
                        + " (스트라이드 1, 패딩 1, 풀링 1), 8–8 ReLU; Adam, η = 0.03, 배치 크기 32, 100에포크; 랜덤 시드 42"
                        + MADE,
                korean(two));
    }

    @Test
    void describesPlaygroundLink() {
        assertEquals(
                "TensorFlow Playground reg-gauss, noise 25\u00a0%, 30\u00a0% training; x, ySquared, 6–5 tanh; SGD, η = 0.03,"
                        + " batch size 7, 100 epochs, L1 0.1; random seed 0.59704" + MADE,
                english(playground("problem=regression&regDataset=reg-gauss&noise=25&percTrainData=30&y=false"
                        + "&ySquared=true&networkShape=6,5&batchSize=7&regularization=L1&regularizationRate=0.1")));
        assertEquals(
                "텐서플로 플레이그라운드 circle, 잡음 0\u00a0%, 훈련 50\u00a0%; 입력 없음, 은닉층 없음; SGD, η = 0.03, 배치 크기 10,"
                        + " 100에포크; 랜덤 시드 0.59704" + MADE,
                korean(playground("x=false&y=false&networkShape=")));
    }

    private static Document playground(String keys) {
        PlaygroundLink link = PlaygroundLink.parse("#seed=0.59704&" + keys, () -> Double.NaN);
        return new Document.OfPlayground(new PlaygroundExperiment(link, 100));
    }

    @Test
    void namesTableWithoutFolders() {
        assertEquals(
                "table.csv, 목표 열 y, 훈련 80\u00a0%; 8–8 ReLU; Adam, η = 0.03, 배치 크기 32, 100에포크; 랜덤 시드 42" + MADE,
                korean(training("data.source=csv", "data.file=../somewhere/table.csv", "data.target=y")));
    }

    @Test
    void describesRaceWithVisibleRates() {
        Document document = race(
                new Racer(0.1, Sgd.DEFAULT, true), new Racer(9, Sgd.DEFAULT, false), new Racer(2.1, Sgd.DEFAULT, true));
        assertEquals("f(x) = ½·c·x², c = 2, start −3.2, 20 steps, SGD, η = 0.1, 2.1" + MADE, english(document));
        assertEquals("f(x) = ½·c·x², c = 2, 시작점 −3.2, 20스텝, SGD, η = 0.1, 2.1" + MADE, korean(document));
    }

    @Test
    void writesFormulaThatCanBeTypedAgain() {
        Document document = new Document.OfDescent(new DescentSetup(
                "x^2/4+sin(3x)-pi", Map.of(), List.of(3.0), 20, List.of(new Racer(0.1, Sgd.DEFAULT, true))));
        assertEquals("f(x) = x^2/4 + sin(3·x) − π, start 3, 20 steps, SGD, η = 0.1" + MADE, english(document));
        assertEquals(
                Formula.of("x^2/4+sin(3x)-pi").toString(),
                Formula.of("x^2/4 + sin(3·x) − π").toString());
    }

    @Test
    void tellsTheBoundsOfZoomedMapApart() {
        MapSpecification zoomed = new MapSpecification(
                new MapSubject.OfMeanField(MeanFieldNetwork.DEFAULT),
                new MapAxis("layerRates.0", new SearchDimension.LogDimension(1, 1e4), 8),
                new MapAxis("layerRates.1", new SearchDimension.LogDimension(9.999954, 10.000046), 8),
                MapColor.TRAIN_LOSS);
        String caption = english(new Document.OfMap(zoomed, MapDisplay.DEFAULT));
        assertTrue(caption.contains(" 1 … 10,000 (log), "), caption);
        assertTrue(caption.contains(" 9.999954 … 10.000046 (log); "), caption);
    }

    @Test
    void namesEachOptimizerIfTheyDiffer() {
        assertEquals(
                "f(x) = ½·c·x², c = 2, start −3.2, 20 steps, η = 0.1 (SGD μ = 0.5), η = 0.3 (Adam)" + MADE,
                english(race(new Racer(0.1, new Sgd(0.5, false), true), new Racer(0.3, Adam.DEFAULT, true))));
    }

    @Test
    void describesNonDefaultOptimizerConstants() {
        assertTrue(english(training("training.optimizer=adadelta")).contains("; AdaDelta, η = 0.03"));
        assertTrue(english(training("training.optimizer={\"name\":\"adadelta\",\"rho\":0.95,\"epsilon\":1e-7}"))
                .contains("; AdaDelta ρ = 0.95 ε = 1×10⁻⁷, η = 0.03"));
        assertTrue(english(training("training.optimizer={\"name\":\"nadam\",\"beta1\":0.8,\"momentumDecay\":0}"))
                .contains("; NAdam β₁ = 0.8 ψ = 0, η = 0.03"));
        assertTrue(english(training("training.optimizer={\"name\":\"adamw\",\"weightDecay\":0.1}"))
                .contains("; AdamW λ = 0.1, η = 0.03"));
    }

    @Test
    void describesLearningRateSchedules() {
        assertTrue(english(training("training.schedule={\"name\":\"step\",\"every\":20,\"factor\":0.5}"))
                .contains(", η = 0.03, rate ×0.5 every 20 epochs, batch size 32"));
        assertTrue(korean(training("training.schedule={\"name\":\"cosine\",\"floor\":0.001,\"warmup\":5}"))
                .contains(", η = 0.03, 코사인으로 0.001까지, 워밍업 5, 배치 크기 32"));
        assertTrue(english(training("training.schedule={\"name\":\"exponential\",\"factor\":0.9}"))
                .contains(", η = 0.03, rate ×0.9 per epoch, batch size 32"));
        Racer falling = new Racer(1, Sgd.DEFAULT, new Schedule.ExponentialDecay(0.9, 0), true);
        assertEquals(
                "f(x) = ½·c·x², c = 2, start −3.2, 20 steps, SGD, η = 1, 2, rate ×0.9 per epoch" + MADE,
                english(race(falling, falling.withLearningRate(2))));
        assertEquals(
                "f(x) = ½·c·x², c = 2, start −3.2, 20 steps, η = 1 (SGD, rate ×0.9 per epoch), η = 1 (SGD)" + MADE,
                english(race(falling, falling.withSchedule(Schedule.ConstantRate.DEFAULT))));
    }

    @Test
    void describesGradientNoiseIfEnabled() {
        DescentSetup setup = ((Document.OfDescent) race(new Racer(0.1, Sgd.DEFAULT, true))).setup();
        RepeatedNoiseSettings noise = new RepeatedNoiseSettings(true, 1.5, 16, 300, 7);
        assertEquals(
                "f(x) = ½·c·x², c = 2, start −3.2, 20 steps, SGD, η = 0.1, gradient noise S = 1.5, B = 16, 300 descents,"
                        + " random seed 7" + MADE,
                english(new Document.OfDescent(setup.withNoise(noise))));
        assertEquals(
                english(new Document.OfDescent(setup)),
                english(new Document.OfDescent(setup.withNoise(noise.withEnabled(false)))));
    }

    @Test
    void describesPageByName() {
        assertEquals("page “seed”" + MADE, english(new Document.OfPage("seed")));
        assertEquals("seed 페이지" + MADE, korean(new Document.OfPage("seed")));
    }

    @Test
    void describesFunctionsWithConstants() {
        assertEquals(
                "시그모이드, Leaky ReLU (α = 0.01), −6 ≤ x ≤ 6" + MADE,
                korean(new Document.OfActivations(ActivationLabSettings.DEFAULT.withSelection(
                        new ActivationSelection(
                                List.of(new Activation.Sigmoid(), new Activation.LeakyRelu(0.01)), -6, 6, 0),
                        ActivationConstants.DEFAULT))));
    }

    @Test
    void describesActivationLabStudies() {
        ActivationLabSettings usual = ActivationLabSettings.DEFAULT;
        assertEquals(
                "Sigmoid, tanh, ReLU, ELU (α = 1); 30 hidden layers of 64; initialization to fit;"
                        + " random seed 42–51" + MADE,
                english(new Document.OfActivations(usual.withTopic(ActivationTopic.DEPTH))));
        assertEquals(
                "시그모이드; 은닉층 30개, 층마다 뉴런 64개; 초기화 Xavier, He, 균등 ±0.5; 랜덤 시드 42–51" + MADE,
                korean(new Document.OfActivations(usual.withTopic(ActivationTopic.DEPTH)
                        .withDepth(usual.depth().withComparison(DepthSettings.DepthComparison.INITIALIZATIONS)))));
        assertEquals(
                "Breast cancer, standardized; 16–16–16 PReLU (α = 0.25); SGD, η = 0.1, batch size 32, 60 epochs;"
                        + " random seed 42–46; Maxout (k = 2) learns ½x²" + MADE,
                english(new Document.OfActivations(usual.withTopic(ActivationTopic.LEARNED))));
        assertTrue(english(new Document.OfActivations(usual.withTopic(ActivationTopic.DEAD)))
                .startsWith("Digits, standardized; 32–32 ReLU, Leaky ReLU (α = 0.01); SGD, η = 2,"));
        assertTrue(english(new Document.OfActivations(usual.withTopic(ActivationTopic.RACE)))
                .contains(", Maxout (k = 2); SGD"));
        assertTrue(english(new Document.OfActivations(usual.withTopic(ActivationTopic.LINEAR)
                        .withLinearTraining(usual.linearTraining().withHidden(List.of()))))
                .startsWith("Two moons, standardized; no hidden layer Linear, ReLU; SGD, η = 0.1,"));
    }

    @Test
    void describesBatchSizeModelWithColumns() {
        BatchSetup usual = BatchSetup.DEFAULT;
        assertEquals(
                "붓꽃: 가중치 둘로 꽃잎 너비, 꽃받침 길이에서 꽃잎 길이 예측, 시작점 (−0.75, 1.15), 배치 크기 32, η = 0.2, 30스텝, 스텝 수가 같음,"
                        + " 랜덤 시드 42" + MADE,
                korean(new Document.OfBatch(usual)));
        BatchSettings training = new BatchSettings(BatchSize.FULL, false, true, 0.1, true, 16);
        assertEquals(
                "Breast cancer: mean radius and standard error of area predict largest concave points with two weights,"
                        + " an odd sample of 6 standard deviations, start (0, 1), batch size full, η = 0.1·B/16,"
                        + " not shuffled, smaller last batches dropped, 6 epochs, equal epochs, random seed 42" + MADE,
                english(new Document.OfBatch(usual.withModel(new TwoWeightModelSettings(
                                "breastCancer", null, "meanRadius", "errorArea", "worstConcavePoints", 6))
                        .withTraining(training)
                        .withStart(0, 1)
                        .withComparisonBasis(ComparisonBasis.EPOCHS))));
        assertEquals(
                "t.csv: a and pixel (2, 7) predict meanStreets with two weights, start (−0.75, 1.15), batch size 32,"
                        + " η = 0.2, 30 steps, equal seconds, as measured there, random seed 42" + MADE,
                english(new Document.OfBatch(
                        usual.withModel(new TwoWeightModelSettings("csv", "x/t.csv", "a", "pixel27", "meanStreets", 0))
                                .withComparisonBasis(ComparisonBasis.SECONDS))));
    }

    @Test
    void startsSentencesWithCapitalLetter() {
        assertEquals(
                "why the rate matters. Solid: training; dashed: validation. Two moons, 100 samples",
                Captions.sentences(List.of(
                        "why the rate matters", "solid: training; dashed: validation", "Two moons, 100 samples")));
        assertEquals("Why? Page “seed”", Captions.sentences(List.of("Why?", "page “seed”")));
        assertEquals(
                "Median of 5 seeds, band: quartiles", Captions.startSentence("median of 5 seeds, band: quartiles"));
    }

    @Test
    void leavesNamesAndFormulasAtStartOfSentences() {
        for (String name : List.of(
                "penguins.csv, target species",
                "my table.csv, target y",
                "cat (28 × 28), Sobel 3 × 3",
                "tanh, ReLU, −4 ≤ x ≤ 4",
                "tanh",
                "f(x) = ½·c·x², c = 2",
                "x²/4, c = 2",
                "loss = 2",
                "η = 0.1",
                "시드 5개의 중앙값")) {
            assertEquals("Mine. " + name, Captions.sentences(List.of("Mine", name)));
        }
    }
}
