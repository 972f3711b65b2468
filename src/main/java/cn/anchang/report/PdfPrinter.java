package cn.anchang.report;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Turns documents into PDF by a LibreOffice on this machine, where there is one. */
@Component
public class PdfPrinter {

    private static final Logger LOG = LoggerFactory.getLogger(PdfPrinter.class);
    private static final int MOST_SECONDS = 30;

    private final String office;

    /** @param office its program; looked for on the path when it is a bare name */
    PdfPrinter(@Value("${anchang.documents.office}") String office) {
        this.office = found(office);
    }

    private static String found(String office) {
        if (office.contains(File.separator)) {
            return Files.isExecutable(Path.of(office)) ? office : null;
        }
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, office))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse(null);
    }

    public boolean isThere() {
        return office != null;
    }

    /** One at a time. Empty when it did not work; the .docx is there in any case. */
    public synchronized Optional<byte[]> pdf(byte[] docx) {
        if (!isThere()) {
            return Optional.empty();
        }
        Path folder = null;
        try {
            folder = Files.createTempDirectory("anchang-pdf");
            Path source = Files.write(folder.resolve("paper.docx"), docx);
            Process process = new ProcessBuilder(
                            office,
                            "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                            "--headless",
                            "--convert-to",
                            "pdf",
                            "--outdir",
                            folder.toString(),
                            source.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said").toFile())
                    .start();
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
                LOG.warn("No PDF within {} s", MOST_SECONDS);
                return Optional.empty();
            }
            Path target = folder.resolve("paper.pdf");
            return Files.exists(target) ? Optional.of(Files.readAllBytes(target)) : Optional.empty();
        } catch (IOException e) {
            LOG.warn("No PDF", e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) {
        try {
            if (folder != null) {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            LOG.warn("{} could not be removed; it holds a document", folder, e);
        }
    }
}
