package cn.anchang.workbook;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where workbooks lie until they are fetched. Each server has a folder of its own in it, which it holds locked as long as it lives: what
 * a killed one left, and what customers told us with it, is known by its lock being free, and goes.
 */
@Component
class ExportFolder implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ExportFolder.class);
    private static final String LOCK = "lock";

    private final Path all;
    private final Path own;
    private final FileChannel lock;

    /** @param folder of this host alone */
    ExportFolder(@Value("${anchang.export.folder}") Path folder) throws IOException {
        this.all = Files.createDirectories(folder);
        this.own = Files.createTempDirectory(all, "server-");
        this.lock = FileChannel.open(own.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock.lock();
        forgetOthers();
    }

    Path create() throws IOException {
        return Files.createFile(own.resolve(UUID.randomUUID().toString()));
    }

    void forgetOthers() {
        try (Stream<Path> folders = Files.list(all)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                if (!folder.equals(own) && isLeft(folder)) {
                    delete(folder);
                }
            }
        } catch (IOException e) {
            LOG.warn("Files of exports stay in {}", all, e);
        }
    }

    /** A folder without a lock is one that is just being made. */
    private static boolean isLeft(Path folder) throws IOException {
        Path held = folder.resolve(LOCK);
        if (!Files.exists(held)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(held, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }

    @Override
    public void destroy() throws IOException {
        lock.close();
        delete(own);
    }
}
