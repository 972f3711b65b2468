package fault.town.beta;

/** Somebody alpha must not know. */
public class Beta {}
