package cn.anchang.approval;

import java.util.List;

/** A part of a document under its own heading, ready to be read. */
public record Section(String key, String title, List<Part> parts) {

    public Section {
        parts = List.copyOf(parts);
    }
}
