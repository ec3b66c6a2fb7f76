import { Emitter } from '../live/emitter';

/** Opens the command palette from anywhere. */
export const paletteOpened = new Emitter();

export function openPalette(): void {
  paletteOpened.emit('open');
}
