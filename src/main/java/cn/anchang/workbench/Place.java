package cn.anchang.workbench;

/** The places a person can go from any page, in their order and grouped as the day's work is. */
enum Place {
    HOME(Area.TODAY, "首页", "/", "今天要做什么、要收多少、哪里不对"),
    TASKS(Area.TODAY, "任务", "/camunda/app/tasklist/default/", "认领、填写、完成任务"),
    NOTICES(Area.TODAY, "提醒", "/notices", "交到手上的任务、快到的期限、银行拒贷，和在哪里提醒"),
    UNITS(Area.SALES, "销控", "/units", "每套房源现在的状态、价格与占用"),
    CUSTOMERS(Area.SALES, "客户", "/customers", "谁该联系了、保护期到哪天、每位客户的来往与成交"),
    SALES(Area.SALES, "销售案", "/sales", "每一单从来访到办结：走到哪一步、款项、文书、谁在何时做了什么"),
    PROGRESS(Area.SALES, "进度", "/progress", "每位客户走到哪一步：计划、实际与风险，导出进度表"),
    CHANGES(Area.SALES, "变更", "/changes", "延期、付款调整、更名、换房、退房的申请与审批"),
    RECEIVABLES(Area.MONEY, "回款", "/receivables", "客户回款跟踪表：谁欠多少、逾期多久，统计与导出"),
    MONEY(Area.MONEY, "款项", "/money", "收款、收据、冲正与作废"),
    REMINDERS(Area.MONEY, "催款", "/reminders", "看明天提醒谁、暂停催款、查发送记录"),
    ARREARS(Area.MONEY, "逾期", "/arrears", "逾期欠款：催到哪一步、违约金怎么算、解除的法定条件"),
    TARGETS(Area.ANALYSIS, "目标", "/targets", "每个项目每月的目标与达成"),
    FUNNEL(Area.ANALYSIS, "漏斗", "/funnel", "来访到签约走到哪一步、卡在哪里、多久走完"),
    REPORTS(Area.ANALYSIS, "报表", "/reports", "能做的每一张工作簿与单据，和以前出具过什么"),
    DOCUMENTS(Area.PAPERS, "文件", "/documents", "受控文件：推广计划、阶段总结、销售报告的版本与审批"),
    IMPORT(Area.PAPERS, "导入", "/import", "导入一房一价表、客户管理表"),
    LETTERS(Area.PAPERS, "信件", "/letters", "看提醒邮件是否送达");

    /** What the places of the navigation have in common. */
    enum Area {
        TODAY("今日"),
        SALES("销售"),
        MONEY("资金"),
        ANALYSIS("分析"),
        PAPERS("资料");

        private final String title;

        Area(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private final Area area;
    private final String title;
    private final String path;
    private final String purpose;

    Place(Area area, String title, String path, String purpose) {
        this.area = area;
        this.title = title;
        this.path = path;
        this.purpose = purpose;
    }

    Area area() {
        return area;
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
        return this == HOME
                ? requestPath.equals("/")
                : requestPath.equals(path) || requestPath.startsWith(path.endsWith("/") ? path : path + "/");
    }
}
