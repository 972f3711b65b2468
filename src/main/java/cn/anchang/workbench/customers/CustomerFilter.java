package cn.anchang.workbench.customers;

import cn.anchang.customer.Channel;
import cn.anchang.customer.CustomerState;
import cn.anchang.customer.Grade;
import cn.anchang.customer.Segment;
import cn.anchang.shared.Address;

/**
 * Which customers are looked at, as it stands in the address; null asks for all.
 *
 * @param q part of a name, a customer number, a whole phone number, or its last four digits
 * @param owner user id of a consultant
 */
record CustomerFilter(
        String q,
        CustomerState state,
        Grade grade,
        String owner,
        Channel channel,
        Segment segment,
        FollowUp follow,
        Protection protection,
        CustomerSort sort) {

    private static final int LONGEST = 60;

    CustomerFilter {
        q = blankless(q);
        owner = blankless(owner);
        sort = sort == null ? CustomerSort.FOLLOW_UP : sort;
    }

    private static String blankless(String said) {
        if (said == null || said.isBlank()) {
            return null;
        }
        String text = said.strip().replace("\0", "");
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** The same question put to another address. */
    public String at(String path) {
        return address().at(path).toString();
    }

    /** The same question but for one thing, as a link of the page offers it. */
    public String with(String name, Object value) {
        return address().with(name, value).toString();
    }

    private Address address() {
        return Address.of("/customers")
                .with("q", q)
                .with("state", state)
                .with("grade", grade)
                .with("owner", owner)
                .with("channel", channel)
                .with("segment", segment)
                .with("follow", follow)
                .with("protection", protection)
                .with("sort", sort == CustomerSort.FOLLOW_UP ? null : sort);
    }

    /** Whether anything but the order is asked for. */
    public boolean isNarrowed() {
        return q != null
                || state != null
                || grade != null
                || owner != null
                || channel != null
                || segment != null
                || follow != null
                || protection != null;
    }
}
