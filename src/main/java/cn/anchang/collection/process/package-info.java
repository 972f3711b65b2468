/** The engine's door to reminders: one class for each handler, named as the diagram binds it. */
package cn.anchang.collection.process;
