import { Emitter } from './emitter';

/**
 * What is known about the reader's session: the server said so when it last answered. Ends at the first 401; the
 * screens stay as they are, so that nothing typed is lost, and a bar asks to sign in again.
 */
class Session {
  private readonly changes = new Emitter();
  private lost = false;
  /** Milliseconds that the server's clock is ahead of this device's. */
  private ahead = 0;

  readonly subscribe = (listener: () => void) => this.changes.on('session', listener);
  readonly isLost = () => this.lost;

  /** Learns from any answer. */
  heard(response: Response): void {
    const date = response.headers.get('Date');
    if (date) {
      const ahead = Date.parse(date) - Date.now();
      // the header has whole seconds only: small differences are its rounding
      this.ahead = Math.abs(ahead) > 2_000 ? ahead : 0;
    }
    this.set(response.status === 401 && !response.headers.get('WWW-Authenticate')?.includes('insufficient'));
  }

  ended(): void {
    this.set(true);
  }

  /** Real time now, by the server's clock. */
  now(): number {
    return Date.now() + this.ahead;
  }

  private set(lost: boolean): void {
    if (lost !== this.lost) {
      this.lost = lost;
      this.changes.emit('session');
    }
  }
}

export const session = new Session();
