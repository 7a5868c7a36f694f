package hyperlab.export;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.jspecify.annotations.Nullable;

/**
 * Embeds a document in a PDF and reads it back. The document is JSON in the attached file {@value #FILE}; the runs that
 * the figure also shows are in {@value #RUNS}, and its layout in {@value #FIGURE}. They are marked as the source of the
 * page (ISO 32000-2, 14.13). PDF viewers list them as attachments and can save them.
 */
final class EmbeddedPdf {
    static final String FILE = "figure.hyperlab.json";
    static final String RUNS = "figure.hyperlab-runs.json";
    static final String FIGURE = "figure.hyperlab-figure.json";

    private static final COSName RELATIONSHIP = COSName.getPDFName("AFRelationship");
    private static final COSName SOURCE = COSName.getPDFName("Source");
    private static final COSName ASSOCIATED_FILES = COSName.getPDFName("AF");
    /**
     * A strong reference ensures that PDFBox's logger stays off. The exception already describes a damaged file in one
     * line.
     */
    private static final Logger PDFBOX_LOGGER = Logger.getLogger("org.apache.pdfbox");

    static {
        PDFBOX_LOGGER.setLevel(Level.OFF);
    }

    private EmbeddedPdf() {}

    /** Whether a file that starts with these bytes is a PDF. PDF readers skip anything before the header line. */
    static boolean matchesHeader(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1).contains("%PDF-");
    }

    /** Attaches the metadata to a PDF. */
    static void attach(PDDocument pdf, EmbeddedMetadata metadata) throws IOException {
        Map<String, PDComplexFileSpecification> attached = new TreeMap<>();
        attached.put(FILE, file(pdf, FILE, metadata.document()));
        if (!metadata.runs().isEmpty()) {
            attached.put(RUNS, file(pdf, RUNS, metadata.runs()));
        }
        if (!metadata.figure().isEmpty()) {
            attached.put(FIGURE, file(pdf, FIGURE, metadata.figure()));
        }
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(attached);
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        pdf.getDocumentCatalog().setNames(names);
        COSArray associated = new COSArray();
        attached.values().forEach(associated::add);
        pdf.getDocumentCatalog().getCOSObject().setItem(ASSOCIATED_FILES, associated);
    }

    private static PDComplexFileSpecification file(PDDocument pdf, String name, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        PDEmbeddedFile file = new PDEmbeddedFile(pdf, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
        file.setSubtype("application/json");
        file.setSize(bytes.length);
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(name);
        specification.setFileUnicode(name);
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        specification.getCOSObject().setItem(RELATIONSHIP, SOURCE);
        return specification;
    }

    /**
     * Reads the embedded metadata.
     *
     * @throws hyperlab.rule.InvalidInputException if there is no document, or the file is damaged or over the limits
     */
    static EmbeddedMetadata read(Path path) {
        String name = path.toString();
        try {
            if (!PdfLimits.holds(path)) {
                throw new InvalidInputException(name, Rule.PDF_TOO_LARGE, PdfLimits.MAX_DECOMPRESSED_BYTES >> 20);
            }
            return parse(path, name);
        } catch (IOException | StackOverflowError e) {
            // PDFBox parses nested arrays and dictionaries recursively.
            throw EmbeddedMetadataReader.damaged(name);
        }
    }

    private static EmbeddedMetadata parse(Path path, String name) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(new RandomAccessReadBufferedFile(path))) {
            PDEmbeddedFile file = attached(pdf, FILE);
            if (file == null) {
                throw EmbeddedMetadataReader.noMetadata(name);
            }
            return new EmbeddedMetadata(
                    text(file, name), optionalText(pdf, RUNS, name), optionalText(pdf, FIGURE, name));
        }
    }

    private static String optionalText(PDDocument pdf, String wanted, String name) throws IOException {
        PDEmbeddedFile file = attached(pdf, wanted);
        return file == null ? "" : text(file, name);
    }

    private static String text(PDEmbeddedFile file, String name) throws IOException {
        return EmbeddedMetadataReader.readText(decompress(file.getCOSObject(), name), name);
    }

    /** Searches the name tree (ISO 32000-2, 7.9.6) without recursion, because a damaged tree may be deep or cyclic. */
    private static @Nullable PDEmbeddedFile attached(PDDocument pdf, String wanted) {
        PDDocumentNameDictionary names = pdf.getDocumentCatalog().getNames();
        COSDictionary root = names == null ? null : names.getCOSObject().getCOSDictionary(COSName.EMBEDDED_FILES);
        Deque<COSDictionary> waiting = new ArrayDeque<>();
        Set<COSDictionary> visited = Collections.newSetFromMap(new IdentityHashMap<>());
        if (root != null) {
            waiting.add(root);
        }
        while (!waiting.isEmpty()) {
            COSDictionary node = waiting.remove();
            if (!visited.add(node)) {
                continue;
            }
            COSArray entries = node.getCOSArray(COSName.NAMES);
            for (int i = 0; entries != null && i + 1 < entries.size(); i += 2) {
                if (entries.getObject(i) instanceof COSString key
                        && key.getString().equals(wanted)
                        && entries.getObject(i + 1) instanceof COSDictionary specification) {
                    return new PDComplexFileSpecification(specification).getEmbeddedFile();
                }
            }
            COSArray kids = node.getCOSArray(COSName.KIDS);
            for (int i = 0; kids != null && i < kids.size(); i++) {
                if (kids.getObject(i) instanceof COSDictionary kid) {
                    waiting.add(kid);
                }
            }
        }
        return null;
    }

    /**
     * Streams the bytes so that reading can stop at the size limit. Only deflate, which Hyperlab writes, or no
     * compression is supported.
     */
    private static InputStream decompress(COSStream stream, String name) throws IOException {
        COSBase filter = stream.getFilters();
        if (filter instanceof COSArray filters && filters.size() == 1) {
            filter = filters.getObject(0);
        }
        if (filter == null) {
            return stream.createRawInputStream();
        }
        if (!COSName.FLATE_DECODE.equals(filter)) {
            throw EmbeddedMetadataReader.damaged(name);
        }
        return new InflaterInputStream(stream.createRawInputStream());
    }
}
