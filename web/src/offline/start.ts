/** Lets the screens open without a network. Where the browser cannot, they work online only. */
export function startOffline(): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) {
    return;
  }
  const path = '/sw.js';
  // the content policy lets only a trusted address become a script
  const trusted = window.trustedTypes?.createPolicy('muster-worker', {
    createScriptURL: (address: string) => {
      if (address !== path) {
        throw new TypeError('not ours: ' + address);
      }
      return address;
    },
  });
  const address = (trusted ? trusted.createScriptURL(path) : path) as string;
  addEventListener('load', () => void navigator.serviceWorker.register(address).catch(() => undefined));
}

declare global {
  interface Window {
    readonly trustedTypes?: {
      createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): {
        createScriptURL(address: string): unknown;
      };
    };
  }
}
