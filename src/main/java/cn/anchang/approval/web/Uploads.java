package cn.anchang.approval.web;

import cn.anchang.approval.Attachments;
import cn.anchang.approval.web.UploadOutcome.Added;
import cn.anchang.approval.web.UploadOutcome.FileEmpty;
import cn.anchang.approval.web.UploadOutcome.FileKindNotTaken;
import cn.anchang.approval.web.UploadOutcome.FileTooLarge;
import cn.anchang.approval.web.UploadOutcome.TooManyFiles;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes files people put beside a document: papers and pictures up to a size, by the ending of their name. */
@Component
class Uploads {

    private static final int MEGABYTES = 5;
    private static final int LONGEST_NAME = 200;

    /** Nothing is taken away again, so that a document's files are bounded however often somebody tries. */
    private static final int MOST = 100;

    private static final Map<String, String> TAKEN = Map.of(
            "pdf", "application/pdf",
            "doc", "application/msword",
            "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "xls", "application/vnd.ms-excel",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "png", "image/png",
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg");

    private final Attachments attachments;

    Uploads(Attachments attachments) {
        this.attachments = attachments;
    }

    UploadOutcome take(UUID documentId, MultipartFile file, String by) throws IOException {
        String name = nameOf(file);
        String type = TAKEN.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        if (type == null || !name.contains(".")) {
            return new FileKindNotTaken(name);
        } else if (file.isEmpty()) {
            return new FileEmpty(name);
        } else if (file.getSize() > MEGABYTES * 1024L * 1024L) {
            return new FileTooLarge(name, MEGABYTES);
        } else if (attachments.count(documentId) >= MOST) {
            return new TooManyFiles(MOST);
        }
        return new Added(attachments.add(documentId, name, type, file.getBytes(), by));
    }

    /** The name alone: some browsers send the way to it, and nobody needs line breaks in a name. The ending stays on a long one. */
    private static String nameOf(MultipartFile file) {
        String given = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, LONGEST_NAME / 2) + name.substring(name.length() - LONGEST_NAME / 2);
    }
}
