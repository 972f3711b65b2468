package cn.anchang.workbench;

import java.util.List;

/** What the frame round each page shows: who is signed in and where that person may go. */
public record Frame(boolean signedIn, String displayName, List<String> roles, List<Link> links) {

    /** One entry of the navigation; {@code here} marks the page being looked at. */
    public record Link(String title, String path, boolean here) {}

    static Frame ofStranger() {
        return new Frame(false, "", List.of(), List.of());
    }
}
