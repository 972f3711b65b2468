package cn.anchang.approval.web;

import cn.anchang.approval.Attachment;
import cn.anchang.shared.Refusal;

/** How adding a file to a document ended. */
sealed interface UploadOutcome {

    record Added(Attachment attachment) implements UploadOutcome {}

    record FileEmpty(String name) implements UploadOutcome, Refusal {}

    record FileTooLarge(String name, int megabytes) implements UploadOutcome, Refusal {}

    record TooManyFiles(int most) implements UploadOutcome, Refusal {}

    record FileKindNotTaken(String name) implements UploadOutcome, Refusal {}
}
