const FORM = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Milliseconds of an ISO 8601 duration as the server writes them; 0 for none. */
export function millisOf(duration: string): number {
  const [, d = '0', h = '0', m = '0', s = '0'] = FORM.exec(duration) ?? [];
  return ((Number(d) * 24 + Number(h)) * 60 + Number(m)) * 60_000 + Number(s) * 1000;
}
