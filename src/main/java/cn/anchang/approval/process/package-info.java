/** The engine's door to approvals: one class for each listener and service task, named as the diagram binds it. */
package cn.anchang.approval.process;
