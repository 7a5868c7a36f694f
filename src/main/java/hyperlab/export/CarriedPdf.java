package hyperlab.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.jspecify.annotations.Nullable;

/**
 * Embeds a document in a PDF and reads it back. The document is JSON in the attached file {@value #FILE}; the runs that
 * the figure also shows are in {@value #RUNS}. Both are marked as the source of the page (ISO 32000-2, 14.13). PDF
 * viewers list them as attachments and can save them.
 */
final class CarriedPdf {
    static final String FILE = "figure.hyperlab.json";
    static final String RUNS = "figure.hyperlab-runs.json";

    private static final COSName RELATIONSHIP = COSName.getPDFName("AFRelationship");
    private static final COSName SOURCE = COSName.getPDFName("Source");
    private static final COSName ASSOCIATED_FILES = COSName.getPDFName("AF");
    /**
     * A strong reference ensures that PDFBox's logger stays off. The exception already describes a damaged file in one
     * line.
     */
    private static final Logger PARSER = Logger.getLogger("org.apache.pdfbox");

    static {
        PARSER.setLevel(Level.OFF);
    }

    private CarriedPdf() {}

    /** Whether a file that starts with these bytes is a PDF. PDF readers skip anything before the header line. */
    static boolean begins(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1).contains("%PDF-");
    }

    /** Attaches the metadata to a PDF. */
    static void attach(PDDocument pdf, Carried carried) throws IOException {
        Map<String, PDComplexFileSpecification> attached = new TreeMap<>();
        attached.put(FILE, file(pdf, FILE, carried.document()));
        if (!carried.runs().isEmpty()) {
            attached.put(RUNS, file(pdf, RUNS, carried.runs()));
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
        PDComplexFileSpecification named = new PDComplexFileSpecification();
        named.setFile(name);
        named.setFileUnicode(name);
        named.setEmbeddedFile(file);
        named.setEmbeddedFileUnicode(file);
        named.getCOSObject().setItem(RELATIONSHIP, SOURCE);
        return named;
    }

    /**
     * Reads the embedded metadata.
     *
     * @throws hyperlab.rule.InvalidInputException if there is no document, or the file is damaged or over the limits
     */
    static Carried read(Path path) {
        String name = path.toString();
        try (PDDocument pdf = Loader.loadPDF(new RandomAccessReadBufferedFile(path))) {
            PDEmbeddedFile file = attached(pdf, FILE);
            if (file == null) {
                throw CarriedDocument.none(name);
            }
            PDEmbeddedFile runs = attached(pdf, RUNS);
            return new Carried(text(file, name), runs == null ? "" : text(runs, name));
        } catch (IOException e) {
            throw CarriedDocument.damaged(name);
        }
    }

    private static String text(PDEmbeddedFile file, String name) throws IOException {
        return CarriedDocument.text(unpacked(file.getCOSObject(), name), name);
    }

    private static @Nullable PDEmbeddedFile attached(PDDocument pdf, String wanted) throws IOException {
        PDDocumentNameDictionary names = pdf.getDocumentCatalog().getNames();
        PDEmbeddedFilesNameTreeNode files = names == null ? null : names.getEmbeddedFiles();
        PDComplexFileSpecification named = files == null ? null : files.getValue(wanted);
        return named == null ? null : named.getEmbeddedFile();
    }

    /**
     * Streams the bytes so that reading can stop at the size limit. Only deflate, which Hyperlab writes, or no
     * compression is supported.
     */
    private static InputStream unpacked(COSStream stream, String name) throws IOException {
        COSBase filter = stream.getFilters();
        if (filter instanceof COSArray several && several.size() == 1) {
            filter = several.getObject(0);
        }
        if (filter == null) {
            return stream.createRawInputStream();
        }
        if (!COSName.FLATE_DECODE.equals(filter)) {
            throw CarriedDocument.damaged(name);
        }
        return new InflaterInputStream(stream.createRawInputStream());
    }
}
