/** The engine's door to loan files: one class for each listener and service task, named as the diagram binds it. */
package cn.anchang.mortgage.process;
