/// Only what is named here can be reached: no network, no disk.
module muster.decisions {
    requires transitive muster.kernel;
    requires transitive muster.crises;

    exports muster.decisions;
}
