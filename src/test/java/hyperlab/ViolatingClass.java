package hyperlab;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A class that is written, compiled and imported for one test, in order to violate an architecture rule. */
record ViolatingClass(String packageName, String simpleName, String body) {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    /** One for all tests, because it opens each jar of the class path. */
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    static ViolatingClass planted(String qualifiedName, String body) {
        int dot = qualifiedName.lastIndexOf('.');
        return new ViolatingClass(qualifiedName.substring(0, dot), qualifiedName.substring(dot + 1), body);
    }

    /** Compiles the classes into {@code directory} and imports only these. */
    static JavaClasses compile(List<ViolatingClass> classes, Path directory) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options =
                List.of("-d", directory.toString(), "-classpath", System.getProperty("java.class.path"), "-proc:none");
        boolean compiled = COMPILER.getTask(
                        null,
                        FILES,
                        diagnostics,
                        options,
                        null,
                        classes.stream().map(ViolatingClass::source).toList())
                .call();
        assertTrue(compiled, () -> diagnostics.getDiagnostics().toString());
        return new ClassFileImporter().importPath(directory);
    }

    private JavaFileObject source() {
        String path = packageName.replace('.', '/') + "/" + simpleName;
        String text = "package %s; public class %s { %s }".formatted(packageName, simpleName, body);
        return new SimpleJavaFileObject(URI.create("planted:///" + path + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
