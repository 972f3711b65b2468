package cn.anchang.shared;

/** Personal data as it may stand on a screen (R35): enough to recognise, too little to use. */
public final class Masked {

    private Masked() {}

    /** 13812345678 → 138****5678; shorter numbers keep their last two digits. */
    public static String phone(String phone) {
        if (phone == null || phone.isBlank()) {
            return "";
        }
        int kept = phone.length() >= 11 ? 4 : 2;
        int head = phone.length() >= 11 ? 3 : 0;
        int hidden = Math.max(0, phone.length() - head - kept);
        return phone.substring(0, head) + "*".repeat(hidden) + phone.substring(head + hidden);
    }

    /** 330106199001011234 → 330***********1234; shorter numbers, as of passports, keep their first and their last two: E******78. */
    public static String idNo(String idNo) {
        if (idNo == null || idNo.length() < 8) {
            return idNo == null ? "" : "*".repeat(idNo.length());
        }
        int head = idNo.length() >= 15 ? 3 : 1;
        int tail = idNo.length() >= 15 ? 4 : 2;
        return idNo.substring(0, head) + "*".repeat(idNo.length() - head - tail) + idNo.substring(idNo.length() - tail);
    }

    /** 王小明 → 王*明, 王明 → 王*. */
    public static String name(String name) {
        if (name == null || name.length() < 2) {
            return name == null ? "" : name;
        }
        return name.length() == 2
                ? name.charAt(0) + "*"
                : name.charAt(0) + "*".repeat(name.length() - 2) + name.charAt(name.length() - 1);
    }
}
