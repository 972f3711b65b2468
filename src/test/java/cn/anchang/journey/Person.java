package cn.anchang.journey;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** A visitor nobody has seen before, with a phone and an identity card that can be real. */
record Person(String name, String phone, String idNo, String email) {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    static Person unknown() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String phone = "139%08d".formatted(random.nextInt(100_000_000));
        String digits = "33010619900101%03d".formatted(random.nextInt(1000));
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return new Person(
                "王小明",
                phone,
                digits + "10X98765432".charAt(sum % 11),
                "buyer" + UUID.randomUUID() + "@anchang.example");
    }
}
