package cn.anchang.workbench;

import java.util.Set;

/** The places a person can go from any page, in their order, each with the groups it is open to. */
enum Place {
    HOME("工作台", "/", "看一眼今天的任务", Set.of()),
    TASKS("任务", "/camunda/app/tasklist/default/", "认领、填写、完成任务", Set.of()),
    UNITS("房源", "/units", "看在售房源与各楼栋状态", Set.of()),
    MONEY("款项", "/money", "收款、收据、冲正与作废", Set.of("finance")),
    IMPORT("导入", "/import", "导入一房一价表、客户管理表", Set.of("site-manager", "marketing", "marketing-director"));

    private final String title;
    private final String path;
    private final String purpose;
    private final Set<String> groups;

    Place(String title, String path, String purpose, Set<String> groups) {
        this.title = title;
        this.path = path;
        this.purpose = purpose;
        this.groups = groups;
    }

    public String title() {
        return title;
    }

    public String path() {
        return path;
    }

    public String purpose() {
        return purpose;
    }

    /** A place without groups is open to everyone who is signed in. */
    boolean openTo(Set<String> membership) {
        return groups.isEmpty() || groups.stream().anyMatch(membership::contains);
    }

    boolean covers(String requestPath) {
        return this == HOME ? requestPath.equals("/") : requestPath.startsWith(path);
    }
}
