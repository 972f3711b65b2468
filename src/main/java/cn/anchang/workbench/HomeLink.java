package cn.anchang.workbench;

/** A further place on the home page, given by whoever offers it; the sample's pages come this way and stay out of production. */
public record HomeLink(String title, String path, String purpose) {}
