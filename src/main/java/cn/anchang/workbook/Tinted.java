package cn.anchang.workbook;

/** A cell's value with what its colour says. */
public record Tinted(Object value, Tint tint) {}
