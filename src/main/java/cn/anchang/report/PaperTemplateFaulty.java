package cn.anchang.report;

/** A template that cannot be used as it is; says which and why. */
class PaperTemplateFaulty extends RuntimeException {

    PaperTemplateFaulty(String file, String why) {
        super(file + ": " + why);
    }
}
