package fault.town.alpha.process;

/** A handler everybody can see. */
public class PublicHandler {}
