/** The engine's door to change orders: one class for each listener and service task, named as the diagram binds it. */
package cn.anchang.change.process;
