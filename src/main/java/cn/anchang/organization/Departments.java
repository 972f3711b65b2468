package cn.anchang.organization;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the company is divided: departments with their duties, and the groups that take part in processes.
 *
 * @param groups those that belong to no department
 */
@ConfigurationProperties("anchang.organization")
public record Departments(List<Department> departments, List<StaffGroup> groups) {

    /** @param purpose what the department is there for, in one sentence */
    public record Department(String name, String purpose, List<Duty> duties, List<StaffGroup> groups) {}

    public record Duty(String name, String content) {}

    /**
     * People who do the same work; the lane of a process is one of these.
     *
     * @param post what a member is called
     * @param starts the processes a member may start
     * @param overview whether members may look into every running process
     * @param everything whether members may do everything the engine knows
     * @param sites whether members say who works on which site
     */
    public record StaffGroup(
            String id,
            String name,
            String post,
            List<String> starts,
            boolean overview,
            boolean everything,
            boolean sites) {

        public StaffGroup {
            starts = starts == null ? List.of() : List.copyOf(starts);
        }
    }

    /** Every group, those of the departments first. */
    public List<StaffGroup> allGroups() {
        return Stream.concat(departments.stream().flatMap(department -> department.groups().stream()), groups.stream())
                .toList();
    }

    public Optional<Department> departmentOf(String groupId) {
        return departments.stream()
                .filter(department -> department.groups().stream()
                        .anyMatch(group -> group.id().equals(groupId)))
                .findFirst();
    }
}
