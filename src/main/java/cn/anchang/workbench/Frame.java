package cn.anchang.workbench;

import java.util.List;

/**
 * What the frame round each page shows: who is signed in and where that person may go.
 *
 * @param unread how many notices the person has not read
 */
public record Frame(boolean signedIn, String displayName, List<String> roles, List<Area> areas, int unread) {

    /** The entries of the navigation that belong together. */
    public record Area(String title, List<Link> links) {}

    /** One entry of the navigation; {@code here} marks the page being looked at. */
    public record Link(String title, String path, boolean here) {}

    static Frame ofStranger() {
        return new Frame(false, "", List.of(), List.of(), 0);
    }

    /** The title of the page being looked at, for the folded navigation of a narrow window. */
    public String here() {
        return areas.stream()
                .flatMap(area -> area.links().stream())
                .filter(Link::here)
                .map(Link::title)
                .findFirst()
                .orElse("");
    }
}
