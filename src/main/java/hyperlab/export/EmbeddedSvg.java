package hyperlab.export;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Embeds a document in an SVG and reads it back. The document is JSON as the text of one element inside
 * {@code metadata} (SVG 1.1, 21); the runs that the figure also shows, and its layout, are in elements of their own.
 * For security, the reader supports neither document types nor entities, so a file cannot refer to other files. It
 * stops at the end of the metadata.
 */
final class EmbeddedSvg {
    /**
     * Since Java 24, these limits end a text after 100,000 escaped characters. Without document
     * types there are no other entities, and the length of the text is limited here.
     */
    private static final List<String> UNLIMITED = List.of(
            "jdk.xml.entityExpansionLimit", "jdk.xml.maxGeneralEntitySizeLimit", "jdk.xml.totalEntitySizeLimit");

    static final String SVG = "http://www.w3.org/2000/svg";
    /** XML namespace of the elements; it is only a name and is never fetched. */
    static final String NAMESPACE = "urn:hyperlab:document";

    private static final String ELEMENT = "document";
    private static final String RUNS = "runs";
    private static final String FIGURE = "figure";
    private static final String METADATA = "metadata";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * The most bytes that are read without a character of embedded text. The XML parser keeps each name, each attribute
     * and each comment.
     */
    private static final long MAX_BYTES_WITHOUT_TEXT = 8 << 20;

    private EmbeddedSvg() {}

    /**
     * Whether a file that starts with these bytes may be an SVG: an optional UTF-8 byte order mark, optional white
     * space, and a tag.
     */
    static boolean matchesHeader(byte[] head) {
        return new String(head, StandardCharsets.UTF_8)
                .replace(BYTE_ORDER_MARK, "")
                .stripLeading()
                .startsWith("<");
    }

    /** Creates a {@code metadata} element that contains all of the metadata. */
    static Element metadata(Document svg, EmbeddedMetadata embedded) {
        Element metadata = svg.createElementNS(SVG, METADATA);
        metadata.appendChild(element(svg, ELEMENT, embedded.document()));
        if (!embedded.runs().isEmpty()) {
            metadata.appendChild(element(svg, RUNS, embedded.runs()));
        }
        if (!embedded.figure().isEmpty()) {
            metadata.appendChild(element(svg, FIGURE, embedded.figure()));
        }
        return metadata;
    }

    private static Element element(Document svg, String name, String json) {
        Element element = svg.createElementNS(NAMESPACE, name);
        element.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns", NAMESPACE);
        element.appendChild(svg.createTextNode(json));
        return element;
    }

    /**
     * Reads the embedded metadata; {@code name} identifies the file in error messages.
     *
     * @throws hyperlab.rule.InvalidInputException if the file is not an SVG, has no document, or is damaged or over the
     *     limits
     */
    static EmbeddedMetadata read(InputStream in, String name) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        UNLIMITED.forEach(limit -> factory.setProperty(limit, "0"));
        boolean inSvg = false;
        String document = null;
        String runs = "";
        String figure = "";
        LimitedStream limited = new LimitedStream(in);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(text(limited));
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.END_ELEMENT
                        && document != null
                        && METADATA.equals(reader.getLocalName())) {
                    break;
                }
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (!inSvg && !(SVG.equals(reader.getNamespaceURI()) && "svg".equals(reader.getLocalName()))) {
                    throw EmbeddedMetadataReader.notAnImage(name);
                }
                inSvg = true;
                if (NAMESPACE.equals(reader.getNamespaceURI())) {
                    if (document == null && ELEMENT.equals(reader.getLocalName())) {
                        document = text(reader, limited, name);
                    } else if (RUNS.equals(reader.getLocalName())) {
                        runs = text(reader, limited, name);
                    } else if (FIGURE.equals(reader.getLocalName())) {
                        figure = text(reader, limited, name);
                    }
                }
            }
        } catch (XMLStreamException | CharacterCodingException e) {
            throw inSvg && limited.endedWithoutText()
                    ? EmbeddedMetadataReader.noMetadata(name)
                    : EmbeddedMetadataReader.damaged(name);
        }
        if (document == null) {
            throw EmbeddedMetadataReader.noMetadata(name);
        }
        return new EmbeddedMetadata(document, runs, figure);
    }

    /** Ends after the most bytes without embedded text. */
    private static final class LimitedStream extends FilterInputStream {
        private long rest = MAX_BYTES_WITHOUT_TEXT;
        private boolean hasText;

        LimitedStream(InputStream in) {
            super(in);
        }

        /** Embedded text was read; its own limit bounds how often. */
        void startAgain() {
            rest = MAX_BYTES_WITHOUT_TEXT;
            hasText = true;
        }

        /** Whether the limit was reached before any embedded text. */
        boolean endedWithoutText() {
            return rest == 0 && !hasText;
        }

        @Override
        public int read() throws IOException {
            byte[] single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = rest == 0 ? -1 : super.read(bytes, offset, (int) Math.min(length, rest));
            rest -= Math.max(read, 0);
            return read;
        }
    }

    /** Decodes UTF-8 here, because the XML parser prints invalid bytes to standard error. */
    private static Reader text(InputStream in) throws IOException {
        Reader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK.charAt(0)) {
            reader.reset();
        }
        return reader;
    }

    private static String text(XMLStreamReader reader, LimitedStream limited, String name) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (!reader.isCharacters()) {
                throw EmbeddedMetadataReader.damaged(name);
            }
            text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            if (reader.getTextLength() > 0) {
                limited.startAgain();
            }
            if (text.length() > EmbeddedMetadataReader.MAX_DOCUMENT_BYTES) {
                throw EmbeddedMetadataReader.tooLarge(name);
            }
        }
        return text.toString().strip();
    }
}
