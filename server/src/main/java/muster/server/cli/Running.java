package muster.server.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import muster.server.Instance;
import muster.server.Server;
import muster.server.console.Desk;
import muster.server.console.Desk.DeskProblem;

/// A Muster that runs and listens, until it is closed.
///
/// @param address under which people find it
record Running(Instance instance, Server server, String address) implements AutoCloseable {

    /// Listens when it returns. What works without being asked begins with `work`: to look through the record
    /// for what is on its way takes longer the longer it is, and nobody who asks should wait for it.
    ///
    /// @param instance is closed with it, and where this fails
    static Running start(Instance instance, Server.Parts parts, String address) {
        try {
            return new Running(instance, listen(parts), address);
        } catch (RuntimeException e) {
            instance.close();
            throw e;
        }
    }

    /// Starts errands, alarms and the operator's socket.
    void work() {
        instance.start(desk());
    }

    private static Server listen(Server.Parts parts) {
        Server server = Server.start(parts);
        if (server.port() < 0) {
            server.close();
            throw new DeskProblem("Port " + parts.port() + " of " + parts.host() + " cannot be listened on.");
        }
        return server;
    }

    /// The port if it can be listened on, or any that can; found out by trying, because the web server only
    /// logs it.
    ///
    /// @param wanted 0: any
    static int port(int wanted, String host) {
        try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getByName(host))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new DeskProblem(
                    "Port " + wanted + " of " + host + " cannot be listened on (" + e.getMessage()
                            + "); --port takes another.",
                    e);
        }
    }

    Desk desk() {
        return instance.desk(address);
    }

    /// Has this done, in this order, when the process is told to end (SIGTERM, Ctrl-C); it then ends with
    /// exit code 0.
    static void atTheEnd(Runnable... steps) {
        Thread stopping = new Thread(
                () -> {
                    try {
                        List.of(steps).forEach(Runnable::run);
                    } finally {
                        Runtime.getRuntime().halt(0);
                    }
                },
                "stop");
        Runtime.getRuntime().addShutdownHook(stopping);
    }

    /// Waits until the process is told to end.
    static void forEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Takes no more commands, tells the feeds to come again, lets what is on its way end, and closes the
    /// journal.
    @Override
    public void close() {
        server.close();
        instance.close();
    }
}
