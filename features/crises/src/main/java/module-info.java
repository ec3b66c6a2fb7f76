/// Only what is named here can be reached: no network, no disk.
module muster.crises {
    requires transitive muster.kernel;
    requires transitive muster.charter;

    exports muster.crises;
}
