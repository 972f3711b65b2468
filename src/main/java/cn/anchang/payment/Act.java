package cn.anchang.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Who acts on an account and when; carried through every act so that each row names them. */
record Act(String who, Instant at, ZoneId zone) {

    LocalDate today() {
        return LocalDate.ofInstant(at, zone);
    }
}
