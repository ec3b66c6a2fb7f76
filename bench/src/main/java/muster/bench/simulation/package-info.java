/// A seeded, single-threaded simulation of several engines on one disk that drives the real engine, the real
/// journal and the real features through crashes, disk errors that lie, full disks, clock jumps and repeated
/// messages, and checks what the ledger promises. A failing seed fails again.
@NullMarked
package muster.bench.simulation;

import org.jspecify.annotations.NullMarked;
