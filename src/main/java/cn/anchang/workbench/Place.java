package cn.anchang.workbench;

/** The places a person can go from any page, in their order. */
enum Place {
    HOME("工作台", "/", "看一眼今天的任务"),
    TASKS("任务", "/camunda/app/tasklist/default/", "认领、填写、完成任务"),
    UNITS("房源", "/units", "看各楼栋房源的状态与价格"),
    PROGRESS("进度", "/progress", "每位客户走到哪一步：计划、实际与风险，导出进度表"),
    MONEY("款项", "/money", "收款、收据、冲正与作废"),
    RECEIVABLES("回款", "/receivables", "客户回款跟踪表：谁欠多少、逾期多久，统计与导出"),
    REMINDERS("催款", "/reminders", "看明天提醒谁、暂停催款、查发送记录"),
    ARREARS("逾期", "/arrears", "逾期欠款：催到哪一步、违约金怎么算、解除的法定条件"),
    CHANGES("变更", "/changes", "延期、付款调整、更名、换房、退房的申请与审批"),
    DOCUMENTS("文件", "/documents", "受控文件：推广计划、阶段总结、销售报告的版本与审批"),
    IMPORT("导入", "/import", "导入一房一价表、客户管理表"),
    LETTERS("信件", "/letters", "看提醒邮件是否送达");

    private final String title;
    private final String path;
    private final String purpose;

    Place(String title, String path, String purpose) {
        this.title = title;
        this.path = path;
        this.purpose = purpose;
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

    boolean covers(String requestPath) {
        return this == HOME ? requestPath.equals("/") : requestPath.startsWith(path);
    }
}
