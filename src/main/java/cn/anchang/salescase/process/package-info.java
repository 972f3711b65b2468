/** The engine's door to a sale: one class for each listener and service task, named as the diagram binds it. */
package cn.anchang.salescase.process;
