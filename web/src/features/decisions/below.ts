import { useEffect, useRef, type RefObject } from 'react';

/**
 * Tells the style sheet how much of the window stands above an element (`--above`), whatever bars there are: so that it
 * can fill the rest and keep its lower end in sight.
 */
export function useBelow(): RefObject<HTMLElement | null> {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    const measure = () => {
      const parent = ref.current?.parentElement;
      if (parent) {
        const above = parent.getBoundingClientRect().top + window.scrollY;
        ref.current?.style.setProperty('--above', `${Math.round(above)}px`);
      }
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      removeEventListener('resize', measure);
    };
  }, []);
  return ref;
}
