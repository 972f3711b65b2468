package cn.anchang.workbench.customers;

/** In which order the list stands; each has its index. */
enum CustomerSort {
    FOLLOW_UP("c.follow_up_on, c.id"),
    CONTACT("c.last_contact_at desc nulls last, c.id"),
    PROTECTION("c.protected_until, c.id"),
    NEWEST("c.no desc"),
    NAME("c.name, c.no");

    private final String order;

    CustomerSort(String order) {
        this.order = order;
    }

    String order() {
        return order;
    }
}
