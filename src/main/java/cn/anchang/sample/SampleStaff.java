package cn.anchang.sample;

import cn.anchang.organization.Staff;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** One person for each role of the sample project, the password being the user id. */
@Component
@Profile("sample")
class SampleStaff implements SmartInitializingSingleton {

    private final Staff staff;

    SampleStaff(Staff staff) {
        this.staff = staff;
    }

    @Override
    public void afterSingletonsInstantiated() {
        enrol("chen.xiao", "陈晓", "sales");
        enrol("lin.jia", "林佳", "sales");
        enrol("zhao.ming", "赵明", "site-manager");
        enrol("qian.hui", "钱慧", "finance");
        enrol("he.yun", "何云", "finance");
        enrol("sun.li", "孙丽", "marketing");
        enrol("zhou.kai", "周凯", "marketing-director");
        enrol("wu.zong", "吴总", "management");
        enrol("zheng.fang", "郑芳", "customer-service");
        enrol("feng.tao", "冯涛", "design");
        enrol("jiang.bo", "蒋波", "engineering");
        enrol("han.mei", "韩梅", "marketing-admin");
        enrol("shen.yi", "沈毅", "administration");
        enrol("xu.qiang", "许强", "it-support", "camunda-admin");
    }

    private void enrol(String userId, String name, String... groupIds) {
        staff.enrol(userId, name, userId + "@anchang.example", userId, groupIds);
    }
}
