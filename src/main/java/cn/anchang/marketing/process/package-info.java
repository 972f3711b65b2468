/** The engine's door to plans, summaries and reports: one class for each listener and service task, named as the diagram binds it. */
package cn.anchang.marketing.process;
