/// Only what is named here can be reached: no network, no disk.
module muster.tasks {
    requires transitive muster.kernel;
    requires transitive muster.decisions;

    exports muster.tasks;
}
