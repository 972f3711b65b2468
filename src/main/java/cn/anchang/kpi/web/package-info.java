/** The page where targets are set. */
package cn.anchang.kpi.web;
