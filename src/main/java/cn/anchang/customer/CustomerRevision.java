package cn.anchang.customer;

/**
 * A customer's row as it is to read from now on; what is null or blank is not known. Name is required; phone, number of papers and
 * whose customer it is are changed elsewhere.
 */
public record CustomerRevision(
        String name,
        Segment segment,
        Grade grade,
        Channel channel,
        String email,
        Intent intent,
        String coBuyers,
        String remark) {}
