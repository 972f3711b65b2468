package cn.anchang.inventory;

import java.util.List;
import java.util.UUID;

/**
 * A project as it is chosen from a list.
 *
 * @param code two to six capital letters; begins the numbers of the project's papers
 */
public record ProjectView(UUID id, String name, String code, String region, String city, List<String> buildings) {}
