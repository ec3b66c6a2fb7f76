/** Takes the reader to the first field that is wrong, once it is marked. */
export function focusFirstMissing(within: Element | null): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => within?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()),
  );
}
