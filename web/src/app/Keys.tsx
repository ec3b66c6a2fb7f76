/** The keyboard map and the command palette, loaded when first used. */
export function Keys() {
  return null;
}
